"""Which errand does which kind of job."""

from cases.county import jobs as county
from cases.county.running import COUNTING
from documents import jobs
from documents.binding import BINDING, PACKETING
from documents.clinic.looking import LOOKING_OVER
from documents.clinic.trying import TRYING
from documents.exhibit.attaching import OPENING
from documents.exhibit.proving import PROVING
from documents.papers import RENDERING
from hearings.clocks import jobs as clocks
from hearings.clocks.reminders import REMINDING
from hearings.clocks.sweeping import SWEEPING
from infra.jobs import Errand

ERRANDS: dict[str, Errand] = {
    jobs.RENDER: RENDERING,
    jobs.REBUILD_EXHIBIT: OPENING,
    jobs.OPEN_PROOF: PROVING,
    jobs.PACKET: PACKETING,
    jobs.BINDER: BINDING,
    jobs.LOOK_OVER_TEMPLATE: LOOKING_OVER,
    jobs.TRY_TEMPLATE: TRYING,
    county.COUNT: COUNTING,
    clocks.SWEEP: SWEEPING,
    clocks.REMIND: REMINDING,
}
