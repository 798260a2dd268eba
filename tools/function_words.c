/* Logistic regression over hashed features (FTRL-Proximal, McMahan et al. 2013), for tools/train_function_words.py.
   The features are those of paralint/evidence/function_words.py: the two must agree. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { CHANNELS = 5, PLACES = 14, HEAD = 9, PAIR = -1, MOST = 64, PARTS = 8, PHRASE = 8, BACK = 9 };
enum { NOUN, VERB, PREPOSITION, PREMODIFIER, PUNCTUATION };
enum { BEYOND = 99, NOWHERE = 12345 };

typedef struct {
    int parts, channel[PARTS], slot[PARTS];
    uint64_t seed;
} Template;

static Template templates[3][MOST];
static int counts[3], bits;
static uint64_t factors[32];
static float *sums, *squares, *weights;
static double biases[3];

void begin(int size, const uint64_t *given, int number) {
    bits = size;
    memcpy(factors, given, number * sizeof *given);
    memset(counts, 0, sizeof counts);
    sums = calloc((size_t)1 << bits, sizeof *sums);
    squares = calloc((size_t)1 << bits, sizeof *squares);
    weights = calloc((size_t)1 << bits, sizeof *weights);
    biases[0] = -4, biases[1] = -5, biases[2] = -3;
}

void add_template(int kind, uint64_t seed, int parts, const int *channel, const int *slot) {
    Template *made = &templates[kind][counts[kind]++];
    made->parts = parts, made->seed = seed;
    memcpy(made->channel, channel, parts * sizeof *channel);
    memcpy(made->slot, slot, parts * sizeof *slot);
}

float *weights_of(void) { return weights; }
double *biases_of(void) { return biases; }

typedef struct {
    const uint32_t *symbols; /* CHANNELS for each type */
    const uint8_t *classes;
    const int32_t *ids; /* the type of each token; 0 outside sentences */
    const uint8_t *pairs[3]; /* how each token stands with the one before it, with the last but one, of all three */
} Text;

static void related(const Text *text, long at, int kind, long *found) {
    const int32_t *ids = text->ids;
    long start = kind == 0 ? at + 1 : at, head = -1, verb = 0, preposition = 0;
    for (long token = start; token < start + PHRASE; token++) {
        int class = text->classes[ids[token]];
        if (class == NOUN)
            head = token;
        else if (class != PREMODIFIER || head >= 0)
            break;
    }
    found[0] = head < 0 ? start : head;
    found[1] = found[0] + 1;
    found[2] = ids[found[1]] ? found[1] + 1 : found[1];
    for (long token = at - 1; token >= at - BACK && ids[token]; token--) {
        int class = text->classes[ids[token]];
        if (class == PUNCTUATION)
            break;
        if (class == VERB && !verb)
            verb = token;
        if (class == PREPOSITION && !preposition)
            preposition = token;
    }
    found[3] = verb, found[4] = preposition;
}

static uint32_t symbol(const Text *text, long at, int kind, const long *found, int channel, int slot) {
    const int32_t *ids = text->ids;
    if (channel == PAIR)
        switch (slot - PLACES) {
        case 0: return 1 + text->pairs[0][at];
        case 1: return 1 + text->pairs[0][at + 1];
        case 2: return 1 + text->pairs[0][at + 2];
        case 3: return 1 + text->pairs[1][at + 1];
        case 4: return 1 + text->pairs[1][at + 2];
        case 5: return 1 + text->pairs[2][at];
        case 6: return 1 + text->pairs[2][at + 1];
        default: return 1 + text->pairs[2][at + 2];
        }
    long token;
    if (slot >= HEAD) {
        token = found[slot - HEAD];
        if (slot >= HEAD + 3 && !token)
            return NOWHERE;
    } else {
        token = at + slot - 4;
        for (long between = at - 1; between > token; between--)
            if (!ids[between])
                return BEYOND;
        for (long between = at + 1; between < token; between++)
            if (!ids[between])
                return BEYOND;
    }
    return text->symbols[(long)ids[token] * CHANNELS + channel];
}

static int features(const Text *text, long at, int kind, uint32_t *made) {
    long found[5];
    related(text, at, kind, found);
    for (int number = 0; number < counts[kind]; number++) {
        const Template *template = &templates[kind][number];
        uint64_t key = template->seed;
        for (int part = 0; part < template->parts; part++) {
            int slot = template->slot[part];
            key ^= symbol(text, at, kind, found, template->channel[part], slot) * factors[slot];
        }
        made[number] = key >> (64 - bits);
    }
    return counts[kind];
}

static double sum(const uint32_t *keys, int number, int kind) {
    double total = biases[kind];
    for (int each = 0; each < number; each++)
        total += weights[keys[each]];
    return total;
}

void train(const Text *text, const long *places, const uint8_t *kinds, const uint8_t *labels, const float *importance,
           long number, float rate, float l1, float l2, float dropout, uint64_t random) {
    uint32_t keys[MOST];
    for (long each = 0; each < number; each++) {
        int kind = kinds[each], size = features(text, places[each], kind, keys), kept = 0;
        for (int key = 0; key < size; key++) {
            random = random * 6364136223846793005ULL + 1442695040888963407ULL;
            if ((random >> 40) / (float)(1 << 24) >= dropout)
                keys[kept++] = keys[key];
        }
        double slope = (1 / (1 + exp(-sum(keys, kept, kind))) - labels[each]) * importance[each];
        biases[kind] -= 0.0005 * slope;
        for (int key = 0; key < kept; key++) {
            uint32_t at = keys[key];
            float square = slope * slope, root = sqrtf(squares[at] + square);
            sums[at] += slope - (root - sqrtf(squares[at])) / rate * weights[at];
            squares[at] += square;
            float left = fabsf(sums[at]) - l1;
            weights[at] = left <= 0 ? 0 : -copysignf(left, sums[at]) / ((1 + root) / rate + l2);
        }
    }
}

void score(const Text *text, const long *places, const uint8_t *kinds, long number, float *scores) {
    uint32_t keys[MOST];
    for (long each = 0; each < number; each++)
        scores[each] = sum(keys, features(text, places[each], kinds[each], keys), kinds[each]);
}

void usage(const Text *text, const long *places, const uint8_t *kinds, long number, uint32_t *used) {
    uint32_t keys[MOST];
    for (long each = 0; each < number; each++)
        for (int key = features(text, places[each], kinds[each], keys); key--;)
            used[keys[key]]++;
}
