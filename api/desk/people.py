"""Who may come to which desk."""

from typing import Annotated

from fastapi import Depends

from api.visitor import Visitor, by_cookie, on_pages
from offices.facts import Role

Anybody = Annotated[Visitor, Depends(by_cookie)]
Agent = Annotated[Visitor, Depends(on_pages(Role.AGENT))]
Attorney = Annotated[Visitor, Depends(on_pages(Role.ATTORNEY))]
Office = Annotated[Visitor, Depends(on_pages(Role.AGENT, Role.ATTORNEY))]
Clerk = Annotated[Visitor, Depends(on_pages(Role.CLERK))]
Reader = Annotated[Visitor, Depends(on_pages(Role.AGENT, Role.ATTORNEY, Role.CLERK))]
Keeper = Annotated[Visitor, Depends(on_pages(Role.AGENT, Role.ADMIN))]
