"""Reporting clauses: who says something, in the narrator's voice ("Psaki stated that …", "she noted").

The verbs are the closed class of Quirk et al. 1985, "A Comprehensive Grammar of the English Language", 16.31.
"""

from __future__ import annotations

_VERBS = """
    said says say stated states told tells added adds noted notes explained explains claimed claims argued argues
    insisted insists announced announces declared declares wrote writes tweeted tweets replied replies answered asked
    asks warned warns admitted admits acknowledged acknowledges confirmed confirms denied denies suggested suggests
    predicted predicts promised promises pledged pledges vowed vows recalled recalls observed observes remarked
    remarks commented comments indicated indicates emphasised emphasized stressed stresses reiterated urged urges
    called calls described describes testified testifies reckoned reckons conceded concedes reported reports
"""
REPORTING = frozenset(_VERBS.split())
"""Forms of verbs of reporting."""

# Verbs that name whom something is said to.
TELLING = frozenset(("told", "warned", "informed", "reminded", "assured", "notified", "advised"))
