"""A name that only a model saw must be made of such words as make names."""

from __future__ import annotations

import pytest

from sources.learned.doubt import is_likely
from sources.mention import Mention
from sources.token import tokenize


def likely(text: str, name: str, cls: str) -> bool:
    start = text.index(name)
    mention = Mention(start, start + len(name), name, cls, "tagged", "learned/firm")
    return is_likely(text, tuple(tokenize(text, 0, len(text))), mention)


@pytest.mark.parametrize(
    ("text", "name", "cls"),
    [
        ("银杉日益成为高地", "银杉日益", "City"),
        ("助力辽中现代农业", "辽", "City"),
        ("云新社北京5月3日电", "云新社北京", "Enterprise"),
        ("云岭网北京5月3日讯", "云岭网", "Enterprise"),
        ("生产汽车电子等产品", "汽车电子", "Enterprise"),
        ("响应省委省政府号召", "省委省政府", "GovernmentBody"),
        ("筹划体检机构和实训基地", "体检机构和实训基地", "IndustrialBase"),
        ("拟建大学生创业基地", "大学生创业基地", "Incubator"),
        ("建设世界一流科学城", "世界一流科学城", "ScienceCity"),
        ("落实区委“2+3+5”工作体系", "区委“2+3+5”", "Strategy"),
        ("以首席科学家为核心组建团队", "首席科学家", "Strategy"),
        ("云溪大学所取得的成绩", "云溪大学所", "ResearchInstitute"),
        ("来自同济等大学的学子", "同济等大学", "University"),
        ("推动东北振兴取得突破", "东北振兴", "Enterprise"),
        ("山东校友代表等参加仪式", "山东校友代表", "Enterprise"),
        ("李国强、王建国、刘志明等到会", "王建国", "Enterprise"),
        ("青石食品、龙湖能源等省实验室揭牌", "青石食品", "Enterprise"),
        ("“智启云溪·创赢明天”校企路演活动", "智启云溪·创赢明天", "Mechanism"),
        ("企业着力推动消费电子融合", "着力推动消费电子", "Enterprise"),
        ("引进云溪科研机构以及孵化器", "云溪科研机构以及孵化器", "Incubator"),
        ("出席的有方亦舟、李青山、孟云等", "李青山", "Enterprise"),
        ("结合《方案》(云科发[2021]28号)", "云科发", "Enterprise"),
        ("贯彻新时代发展思想", "新时代发展思想", "GovernmentBody"),
        ("聚焦云溪省新能源、锂电等领域", "云溪省新能源", "Enterprise"),
        ("重点关注车载智能、核酸药物等赛道", "核酸药物", "Enterprise"),
        ("研发项目“面向云端的新型固态增材技术”", "云端的新型固态增材", "Mechanism"),
    ],
)
def test_ordinary_words_make_no_name(text: str, name: str, cls: str) -> None:
    assert not likely(text, name, cls)


@pytest.mark.parametrize(
    ("text", "name", "cls"),
    [
        ("银杉市成为高地", "银杉市", "City"),
        ("重点关注蓝杉智能、青石锂能等企业", "蓝杉智能", "Enterprise"),
        ("引进蓝杉微电子项目", "蓝杉微电子", "Enterprise"),
        ("园区管委会表示", "园区管委会", "AdministrativeCommittee"),
        ("科学城发布政策", "科学城", "ScienceCity"),
        ("建设银杉量子材料与器件研究中心", "银杉量子材料与器件研究中心", "ResearchCenter"),
        ("推行“亩均论英雄”改革", "亩均论英雄", "Mechanism"),
    ],
)
def test_names_and_their_short_forms_pass(text: str, name: str, cls: str) -> None:
    assert likely(text, name, cls)
