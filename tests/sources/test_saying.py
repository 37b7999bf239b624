"""Sayings: which verbs behind a name lead on to what its bearer says."""

from __future__ import annotations

import pytest

from sources.saying import reporting, says


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("方亦舟介绍,园区有12家企业", "方亦舟介绍"),
        ("方亦舟致辞时指出,园区有12家企业", "方亦舟致辞时指出"),
        ("方亦舟发言:园区有12家企业", "方亦舟发言"),
        ("方亦舟讲话,强调园区要引进企业", "方亦舟讲话,强调"),
        ("方亦舟致辞并揭牌", None),
        ("方亦舟关于建设方案的汇报", None),
    ],
)
def test_only_a_verb_that_reports_leads_on_to_what_is_said(text: str, said: str | None) -> None:
    verb = says().match(text, 3)
    end = reporting(text, verb) if verb is not None else None
    assert (None if end is None else text[:end]) == said
