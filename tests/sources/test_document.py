from dataclasses import FrozenInstanceError

import pytest

from sources.document import Document


def test_document_is_frozen_and_claims_nothing_it_was_not_told() -> None:
    document = Document("a", "a.txt", "科学城", "0")
    assert (document.published, document.published_source, document.authors) == (None, None, ())
    with pytest.raises(FrozenInstanceError):
        document.text = "x"  # type: ignore[misc]
