from sources.issuer import may_issue


def test_a_title_without_a_body_lets_anybody_have_issued_it() -> None:
    assert may_issue("关于支持锂电产业的意见", "云溪市政府")
    assert may_issue("锂电产业三年行动方案", "云溪市政府")


def test_a_title_that_names_a_body_lets_only_it_have_issued_it() -> None:
    assert not may_issue("银杉市政府关于支持锂电产业的意见", "云溪科技局")
    assert may_issue("银杉市政府关于支持锂电产业的意见", "银杉市政府")
