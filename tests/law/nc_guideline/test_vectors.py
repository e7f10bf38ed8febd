"""More orders with their derivation beside them; 'at 5,000: 896' quotes a row of the schedule."""

import pytest

from law.nc.guideline.facts import Inputs
from tests.law.nc_guideline.asking import asked, parent, told

VECTORS: list[tuple[Inputs, str | None, int, str]] = [
    # Worksheet A: shares and the schedule
    (
        asked("A", 1, parent("0"), parent("2000")),
        "defendant", 39300, "the defendant has all the income; one child at 2,000: 393",
    ),
    (
        asked("A", 1, parent("20000"), parent("20000")),
        "defendant", 162300, "at the cap, 40,000: 3,246; a half",
    ),
    (
        asked("A", 6, parent("0"), parent("40000")),
        "defendant", 741800, "six children at 40,000: 7,418",
    ),
    (
        asked("A", 3, parent("1000"), parent("2525")),
        "defendant", 86674, "3,525 lies midway from 3,500: 1,202 to 3,550: 1,218, so 1,210; x 2,525/3,525 = 866.7376",
    ),
    (
        asked("A", 2, parent("3333.34"), parent("3333.33")),
        "defendant", 79483, "6,666.67: 1,588 + 16.67/50 x 5 = 1,589.667; x 3,333.33/6,666.67 = 794.8323",
    ),
    # Worksheet A: the self-support reserve
    (
        asked("A", 1, parent("5000"), parent("1750")),
        "defendant", 34300, "the last income of the shaded area; 1,750: 343",
    ),
    (
        asked("A", 1, parent("5000"), parent("1750.01")),
        "defendant", 27508, "a cent above it: 6,750.01: 1,061.0006; x 1,750.01/6,750.01 = 275.0756",
    ),
    (
        asked("A", 4, parent("5000"), parent("2750")),
        "defendant", 105800, "shaded for four children; 2,750: 1,058",
    ),
    (
        asked("A", 6, parent("5000"), parent("3450")),
        "defendant", 158100, "shaded for six children; 3,450: 1,581",
    ),
    (
        asked("A", 1, parent("2000"), parent("1149.99")),
        "defendant", 5000, "a cent below 1,150: the minimum order",
    ),
    (
        asked("A", 1, parent("2000"), parent("1150")),
        "defendant", 5000, "from 1,150 to 1,300 the schedule shows 50",
    ),
    (
        asked("A", 5, parent("2000"), parent("1300")),
        "defendant", 5000, "the last income for which it shows 50",
    ),
    (
        asked("A", 1, parent("2000"), parent("1325")),
        "defendant", 5750, "midway from 1,300: 50 to 1,350: 65",
    ),
    (
        asked("A", 6, parent("2000"), parent("1325")),
        "defendant", 5950, "midway from 1,300: 50 to 1,350: 69 for six children",
    ),
    (
        asked("A", 2, parent("0"), parent("0")),
        "defendant", 5000, "no income at all is below 1,150: the minimum order",
    ),
    # Worksheet A: costs
    (
        asked("A", 1, parent("2000", extraordinary="200"), parent("2000")),
        "defendant", 47000, "4,000: 740 + 200 = 940; a half",
    ),
    (
        asked("A", 1, parent("4000"), parent("2000", insurance="900")),
        None, 0, "6,000: 1,010 + 900 = 1,910; a third is 636.67, less 900 paid directly: nothing",
    ),
    (
        asked("A", 1, parent("3000"), parent("1700", insurance="200", childcare="100")),
        "defendant", 30900, "shaded: the obligor's own costs are not set off either; 1,700: 309",
    ),
    # Worksheet A: other children and support paid
    (
        asked("A", 1, parent("2500"), parent("3000", pre_existing="500")),
        "defendant", 44800, "adjusted 2,500 each; 5,000: 896; a half",
    ),
    (
        asked("A", 2, parent("3000", other_children=2), parent("2863")),
        "defendant", 77244, "3,000 - 863 (two children at 3,000) = 2,137; 5,000: 1,349 x 2,863/5,000 = 772.4374",
    ),
    (
        asked("A", 1, parent("1200", other_children=1), parent("3850")),
        "defendant", 68992, "other child at 1,200: 50, so 1,150; 5,000: 896 x 0.77",
    ),
    (
        asked("A", 1, parent("0", other_children=3), parent("2000")),
        "defendant", 39300, "no income, no deduction; 2,000: 393",
    ),
    (
        asked("A", 1, parent("1000", pre_existing="1200"), parent("3000")),
        "defendant", 56600, "1,000 - 1,200 is taken as zero; 3,000: 566",
    ),
    (
        asked("A", 1, parent("3000"), parent("2200", other_children=1, pre_existing="100")),
        "defendant", 28940, "2,200 - 428 - 100 = 1,672, shaded: 1,650: 274, 1,700: 309; 274 + 22/50 x 35",
    ),
    (
        asked("A", 1, parent("3000"), parent("1500", other_children=1, pre_existing="200")),
        "defendant", 5000, "1,500 - 170 - 200 = 1,130, below 1,150",
    ),
    # Worksheet B
    (
        asked("B", 1, parent("4000", overnights=182), parent("4000", overnights=183)),
        "plaintiff", 237, "8,000: 1,152 x 1.5 = 1,728; 864 each; 864 x 183/365 - 864 x 182/365 = 864/365",
    ),
    (
        asked("B", 1, parent("0", overnights=242), parent("5000", overnights=123)),
        "defendant", 89109, "896 x 1.5 = 1,344; x 242/365 = 891.0904; the plaintiff owes nothing",
    ),
    (
        asked("B", 2, parent("3000", overnights=365), parent("3000", overnights=365)),
        None, 0, "all is equal",
    ),
    (
        asked("B", 1, parent("1000", overnights=200), parent("1000", overnights=165)),
        "defendant", 2826, "no reserve on B: 2,000: 393 x 1.5 / 2 = 294.75; x 35/365 = 28.2637",
    ),
    (
        asked("B", 1, parent("600", overnights=182), parent("600", overnights=183)),
        "plaintiff", 10, "1,200: 50 x 1.5 / 2 = 37.50; x 1/365 = 0.1027",
    ),
    (
        asked(
            "B", 3, parent("6000", overnights=595, childcare="600"), parent("2000", overnights=500, extraordinary="100")
        ),
        "plaintiff", 56191,
        "2,055 x 1.5 = 3,082.50; 2,311.875 x 500/1,095 = 1,055.6507; less 75 of 600 beyond 3/4 of 700: 980.6507; "
        "770.625 x 595/1,095 = 418.7357; difference 561.9149",
    ),
    (
        asked("B", 3, parent("3000", overnights=972), parent("3000", overnights=123)),
        "defendant", 106183, "two children at home, one shared: 6,000: 1,826 x 1.5 / 2 = 1,369.50; x 849/1,095 "
        "= 1,061.83",
    ),
    # Worksheet C
    (
        asked("C", 4, parent("4000", children_living=2), parent("4000", children_living=2)),
        None, 0, "all is equal",
    ),
    (
        asked("C", 2, parent("0", children_living=1), parent("4000", children_living=1)),
        "defendant", 56100, "1,122; 561 for each child; the defendant owes all of the plaintiff's child",
    ),
    (
        asked("C", 4, parent("5000", children_living=1), parent("3000", children_living=3, childcare="400")),
        "plaintiff", 111063,
        "2,295: 1,721.25 x 5/8 = 1,075.78125; 573.75 x 3/8 = 215.15625 less 250 beyond 3/8 of 400 = -34.84375; "
        "difference 1,110.625, half a cent rounds up",
    ),
    (
        asked("C", 2, parent("3000", children_living=1), parent("1200", children_living=1)),
        "plaintiff", 25029, "no reserve on C: 4,200: 1,168; 584 x (3,000 - 1,200)/4,200 = 250.2857",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("inputs", "payer", "amount", "why"), VECTORS, ids=[vector[3][:60] for vector in VECTORS])
def test_an_order_is_what_its_derivation_says(inputs: Inputs, payer: str | None, amount: int, why: str) -> None:
    found = told(inputs)
    assert (found["payer"], found["amount"]) == (payer, amount), why
