"""Which errand does which kind of job."""

from documents import jobs as documents_jobs
from documents.papers import RENDERING
from infra.jobs import Errand

ERRANDS: dict[str, Errand] = {
    documents_jobs.RENDER: RENDERING,
}
