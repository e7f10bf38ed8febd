"""Ten cases of the sample county that break careless papers, each chosen for a reason; five are made worse."""

from tests.county import Files, county_of

MANY_PAYMENTS, SIX_CHILDREN, LONG_NAMES = "7000073626", "7000072516", "7000073848"
PAID_AHEAD, NO_ORDER = "7000070740", "7000074144"

TEN = {
    "7000070074": "obligor without an employer, obligee NUÑEZ, two payments and no opening balance",
    PAID_AHEAD: "NUÑEZ-ANA as a first name, two jobs; paid so much that nothing is owed",
    "7000072738": "obligee under a protective order; work known from a registry alone: Smith & Sons <Concrete>",
    "7000072886": "obligor in jail, hyphenated name, served by certified mail",
    "7000073404": "obligee O'DELL, nobody served because the obligor moved",
    NO_ORDER: "an order of another state of which nothing is on file: no order, no balance, no payment",
    "7000074366": "obligor O'DELL, the case itself flagged for family violence, nothing served yet",
    MANY_PAYMENTS: "the most payments of the county, made 400",
    SIX_CHILDREN: "no employer, three children made six, one with three family names and a numeral",
    LONG_NAMES: "the longest name of the county, on a protected child, made longer",
}

MORE_CHILDREN = (
    "O'DELL, 李 WEI",
    "BARTHOLOMEW-CALDWELL-REYES O'DELL III, MAXIMILIANA-ALEXANDRA",
    "NUÑEZ, ÉLODIE-ANAÏS",
)
LONGEST = "BARTHOLOMEW-CALDWELL-REYES, NUÑEZ-ANA MAXIMILIANA-ALEXANDRA R"
PAYMENTS = 400


def ten_cases() -> Files:
    """The ten cases as an extract."""
    files = county_of(*TEN)
    _pay_often(files)
    _pay_ahead(files)
    _forget_the_order(files)
    _add_children(files)
    _name_at_length(files)
    return files


def _pay_often(files: Files) -> None:
    own = [row for row in files["PAYMENTS.csv"] if row["IVD_CASE_NO"] == MANY_PAYMENTS and not row["REV_OF"]]
    held = sum(row["IVD_CASE_NO"] == MANY_PAYMENTS for row in files["PAYMENTS.csv"])
    files["PAYMENTS.csv"] += [
        own[place % len(own)] | {"RCPT_NO": f"R-MORE-{place:03}", "AMT": "1.00", "ADJ_CD": ""}
        for place in range(PAYMENTS - held)
    ]


def _pay_ahead(files: Files) -> None:
    own = next(row for row in files["PAYMENTS.csv"] if row["IVD_CASE_NO"] == PAID_AHEAD and not row["REV_OF"])
    files["PAYMENTS.csv"].append(own | {"RCPT_NO": "R-AHEAD", "AMT": "99,999.00", "ADJ_CD": ""})


def _forget_the_order(files: Files) -> None:
    for name in ("ORDERS.csv", "BALANCES.csv", "PAYMENTS.csv"):
        files[name] = [row for row in files[name] if row["IVD_CASE_NO"] != NO_ORDER]


def _add_children(files: Files) -> None:
    people = files["PARTICIPANTS.csv"]
    child = next(row for row in people if row["IVD_CASE_NO"] == SIX_CHILDREN and row["PART_TYPE"] == "CHILD")
    people += [
        child | {"NAME": name, "MPI_NO": f"40007900{place:02}", "BIRTH_DT": f"0{place}/29/2016"}
        for place, name in enumerate(MORE_CHILDREN, start=3)
    ]


def _name_at_length(files: Files) -> None:
    own = [row for row in files["PARTICIPANTS.csv"] if row["IVD_CASE_NO"] == LONG_NAMES and row["PART_TYPE"] == "CHILD"]
    max(own, key=lambda row: len(row["NAME"]))["NAME"] = LONGEST
