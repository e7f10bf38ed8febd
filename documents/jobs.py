"""Names of the work that documents may ask for."""

RENDER = "documents.render"
REBUILD_EXHIBIT = "documents.rebuild_exhibit"
OPEN_PROOF = "documents.open_proof"
PACKET = "documents.packet"
BINDER = "documents.binder"
LOOK_OVER_TEMPLATE = "documents.look_over_template"
TRY_TEMPLATE = "documents.try_template"
