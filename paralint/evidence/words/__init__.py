"""Words and what is known of them outside any document: kin, opposites, titles, the company they keep."""
