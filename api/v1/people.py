"""Who may call what."""

from typing import Annotated

from fastapi import Depends

from api.visitor import Visitor, by_bearer, in_api
from offices.facts import Role

Anybody = Annotated[Visitor, Depends(by_bearer)]
Agent = Annotated[Visitor, Depends(in_api(Role.AGENT))]
Attorney = Annotated[Visitor, Depends(in_api(Role.ATTORNEY))]
Office = Annotated[Visitor, Depends(in_api(Role.AGENT, Role.ATTORNEY))]
Clerk = Annotated[Visitor, Depends(in_api(Role.CLERK))]
Reader = Annotated[Visitor, Depends(in_api(Role.AGENT, Role.ATTORNEY, Role.CLERK))]
Keeper = Annotated[Visitor, Depends(in_api(Role.AGENT, Role.ADMIN))]
