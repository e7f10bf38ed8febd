"""Which errand does which kind of job."""

from documents import jobs
from documents.exhibit.attaching import OPENING
from documents.binding import BINDING, PACKETING
from documents.papers import RENDERING
from infra.jobs import Errand

ERRANDS: dict[str, Errand] = {
    jobs.RENDER: RENDERING,
    jobs.REBUILD_EXHIBIT: OPENING,
    jobs.PACKET: PACKETING,
    jobs.BINDER: BINDING,
}
