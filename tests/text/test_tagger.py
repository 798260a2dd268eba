from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paralint.data import read
from paralint.text.tagger import Tagger, load_tagger
from paralint.text.tagger_model import FILE_NAME

# Sentences in the order word/tag, of several kinds of text.
GOLD = """
The/DT minister/NN told/VBD reporters/NNS on/IN Monday/NNP that/IN the/DT talks/NNS had/VBD failed/VBN ./.
She/PRP does/VBZ n't/RB know/VB why/WRB they/PRP left/VBD the/DT city/NN ./.
Prices/NNS rose/VBD by/IN 12/CD %/NN last/JJ year/NN ,/, the/DT bank/NN said/VBD ./.
Two/CD of/IN the/DT men/NNS were/VBD arrested/VBN in/IN London/NNP ./.
He/PRP gave/VBD up/RP his/PRP$ job/NN and/CC moved/VBD to/IN Paris/NNP ./.
We/PRP want/VBP to/TO see/VB the/DT new/JJ museum/NN ./.
There/EX are/VBP many/JJ reasons/NNS to/TO be/VB careful/JJ ./.
The/DT company/NN 's/POS biggest/JJS factory/NN will/MD close/VB next/JJ month/NN ./.
Who/WP is/VBZ going/VBG to/TO pay/VB for/IN this/DT ?/.
Running/VBG a/DT small/JJ shop/NN is/VBZ harder/JJR than/IN it/PRP looks/VBZ ./.
They/PRP have/VBP never/RB been/VBN able/JJ to/TO explain/VB the/DT results/NNS ./.
The/DT book/NN which/WDT I/PRP bought/VBD yesterday/NN was/VBD very/RB expensive/JJ ./.
"""
SENTENCES = [[tuple(item.rsplit("/", 1)) for item in line.split()] for line in GOLD.strip().splitlines()]


def tags_of(*sentences: str) -> list[list[str]]:
    """The tags of sentences whose tokens are separated by spaces, tagged as one document."""
    tagger = load_tagger()
    types: dict[str, int] = {}
    ids: list[int] = []
    bounds = [0]
    for sentence in sentences:
        ids += [types.setdefault(form, len(types)) for form in sentence.split()]
        bounds.append(len(ids))
    names = [tagger.names[tag] for tag in tagger.tag(list(types), ids, bounds)]
    return [names[begin:end] for begin, end in itertools.pairwise(bounds)]


def model_bytes() -> bytes:
    return read(FILE_NAME)


def test_plain_sentences_are_tagged_right() -> None:
    found = tags_of(*(" ".join(form for form, _ in sentence) for sentence in SENTENCES))
    gold = [[tag for _, tag in sentence] for sentence in SENTENCES]
    right = sum(a == b for a, b in zip(itertools.chain(*found), itertools.chain(*gold), strict=True))
    assert right / sum(map(len, gold)) >= 0.97


@pytest.mark.parametrize(
    ("sentence", "position", "allowed"),
    [
        ("This was before Russia seize the port .", 4, {"VB", "VBP"}),
        ("The official explain the plan to Congress .", 2, {"VB", "VBP"}),
        ("He arrive in Kyiv on Sunday .", 1, {"VB", "VBP"}),
        ("The army has attack the town .", 3, {"VB", "VBP", "NN"}),
    ],
)
def test_a_verb_without_its_ending_is_not_read_as_if_it_had_one(
    sentence: str, position: int, allowed: set[str]
) -> None:
    assert tags_of(sentence)[0][position] in allowed


@pytest.mark.parametrize("name", ["Zhelqarov", "Brundvik", "Okonjeyi"])
def test_unknown_names_at_the_start_of_a_sentence(name: str) -> None:
    assert tags_of(f"{name} said that the talks had failed .")[0][0] == "NNP"


def test_an_acronym_that_is_spelt_like_a_function_word() -> None:
    assert tags_of("Whether AI works is unclear .")[0][1] == "NNP"  # "ai" is half of "ain't"
    assert tags_of("WHO IS IT ?")[0][:3] == ["WP", "VBZ", "PRP"]


def test_a_sentence_that_starts_in_lower_case() -> None:
    assert tags_of("the minister resigned .")[0] == ["DT", "NN", "VBD", "."]


def test_curly_quotation_marks_and_apostrophes() -> None:
    straight = tags_of("He does n't know Russia 's plans .")
    assert tags_of("He does n’t know Russia ’s plans .") == straight
    (tags,) = tags_of("“ We will go , ” he said .")
    assert (tags[0], tags[5]) == ("``", "''")


def test_headlines() -> None:
    (tags,) = tags_of("Senate Votes To Close The Old Port")
    assert tags[2:5] == ["TO", "VB", "DT"]
    (tags,) = tags_of("THE MINISTER TOLD REPORTERS THAT THE TALKS HAD FAILED")
    assert tags == ["DT", "NN", "VBD", "NNS", "IN", "DT", "NNS", "VBD", "VBN"]


@pytest.mark.parametrize(
    ("sentence", "position", "tag"),
    [
        ("It ended a years-long war .", 3, "JJ"),
        ("The U.S.-led force left .", 1, "JJ"),
        ("She met her mother-in-law .", 3, "NN"),
    ],
)
def test_hyphenated_words_are_whole(sentence: str, position: int, tag: str) -> None:
    assert tags_of(sentence)[0][position] == tag


def test_the_order_of_the_types_does_not_matter() -> None:
    tagger = load_tagger()
    sentences = [[form for form, _ in sentence] for sentence in SENTENCES]
    tokens = list(itertools.chain(*sentences))
    bounds = [0, *itertools.accumulate(map(len, sentences))]
    results = set()
    for seed in range(5):
        forms = sorted(set(tokens))
        random.Random(seed).shuffle(forms)
        results.add(tuple(tagger.tag(forms, [forms.index(token) for token in tokens], bounds)))
    assert len(results) == 1


def test_nothing_is_kept_from_one_document_to_the_next() -> None:
    texts = ["The bank will Fail to close .", "will Will bank on it ?", "MANY PEOPLE READ THE PAPER"]
    fresh = []
    for text in texts:
        tagger = Tagger(model_bytes())
        forms = text.split()
        fresh.append([tagger.names[tag] for tag in tagger.tag(forms, range(len(forms)), [0, len(forms)])])
    assert [tags_of(text)[0] for text in texts + texts] == fresh + fresh


@pytest.mark.parametrize(
    ("forms", "ids", "bounds", "length"),
    [
        ([], [], [0], 0),
        ([], [], [], 0),
        (["word"], [], [0], 0),
        (["word"], [], [0, 0, 0], 0),
        (["word"], [0], [0, 0, 1], 1),
    ],
)
def test_empty_documents_and_sentences(forms: list[str], ids: list[int], bounds: list[int], length: int) -> None:
    assert len(load_tagger().tag(forms, ids, bounds)) == length


words = st.text(st.characters(exclude_categories=("Cs", "Zs", "Zl", "Zp", "Cc")), min_size=1, max_size=12)


@given(st.lists(st.lists(words, max_size=12), max_size=5))
def test_one_tag_for_each_token(sentences: list[list[str]]) -> None:
    tagger = load_tagger()
    tokens = list(itertools.chain(*sentences))
    forms = sorted(set(tokens))
    bounds = [0, *itertools.accumulate(map(len, sentences))]
    tags = tagger.tag(forms, [forms.index(token) for token in tokens], bounds)
    assert len(tags) == len(tokens)
    assert all(0 <= tag < len(tagger.names) for tag in tags)


@given(st.lists(words, min_size=1, max_size=12), st.lists(words, min_size=1, max_size=12))
def test_a_sentence_is_tagged_alike_whatever_stands_in_the_next(first: list[str], second: list[str]) -> None:
    # Without capitals: a capitalised word is judged by whether the document has it in lower case, too.
    first, second = [form.lower() for form in first], [form.lower() for form in second]
    alone = tags_of(" ".join(first))
    assert tags_of(" ".join(first), " ".join(second))[0] == alone[0]


def test_names_are_penn_tags() -> None:
    names = load_tagger().names
    assert len(set(names)) == len(names)
    assert {"NN", "NNP", "VB", "VBD", "VBP", "HYPH", "NFP", "ADD", "``", "''"} <= set(names)


def test_the_packaged_model_is_loaded_once() -> None:
    assert load_tagger() is load_tagger()
