"""The server itself: what an editor asks, and when the article is checked anew."""

from __future__ import annotations

import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import unquote

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from factcheck.editor import answers
from factcheck.editor.checking import Article, checked, sure_changes
from factcheck.editor.drafts import Draft
from factcheck.editor.settings import Wishes, section, wishes
from factcheck.report import VERSION

PAUSE = 0.3
"""Seconds without a keystroke after which a changed article is checked."""


class Server(LanguageServer):
    """The state of one editor's session: what it wishes, and for each open article the check of its newest text."""

    def __init__(self) -> None:
        super().__init__(answers.NAME, VERSION)
        self.options: dict[str, Any] = {}
        self.wishes = Wishes()
        self.configured = asyncio.Event()
        self.checks: dict[str, asyncio.Task[answers.View]] = {}
        self.worker = ThreadPoolExecutor(1)  # checks share one interpreter: side by side, all would be late

    def check(self, uri: str, after: float = 0) -> None:
        """Check an open article, in some seconds; whatever of an older text is still to be done is dropped."""
        if uri in self.checks:
            self.checks[uri].cancel()
        self.checks[uri] = asyncio.create_task(self._checked(uri, after))

    def forget(self, uri: str) -> None:
        """Take the findings of a closed article away."""
        if check := self.checks.pop(uri, None):
            check.cancel()
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def view(self, uri: str) -> answers.View | None:
        """Return what came of the check of an article's newest text, waited for; None where it is not open."""
        while check := self.checks.get(uri):
            await asyncio.wait([check])
            if not check.cancelled():
                return check.result()
        return None

    async def _checked(self, uri: str, after: float) -> answers.View:
        await asyncio.sleep(after)
        await self.configured.wait()
        draft = self.draft(uri)
        article = Article(draft.path, draft.source, draft.suffix, self._home(draft), self.wishes)
        loop = asyncio.get_running_loop()
        outcome = await loop.run_in_executor(self.worker, checked, article)
        shown = answers.view(uri, outcome, draft.lines_of)
        found = answers.diagnostics(shown)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, draft.version))
        return shown

    def draft(self, uri: str) -> Draft:
        """Return an open article."""
        draft = self.workspace.get_text_document(uri)
        assert isinstance(draft, Draft)
        return draft

    def _home(self, draft: Draft) -> str:
        return self.workspace.root_path or os.path.dirname(draft.path)

    async def configure(self, pushed: object = None) -> None:
        """Read the settings, those of the workspace over those that the editor started with, and check all anew."""
        told = section(pushed) | await self._pulled()
        self.wishes, slips = wishes({**self.options, **told})
        self.configured.set()
        for slip in slips:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, f"factcheck: {slip}"))
        for uri in list(self.checks):
            self.check(uri)
        workspace = self.client_capabilities.workspace
        if workspace and workspace.code_lens and workspace.code_lens.refresh_support:
            await self.workspace_code_lens_refresh_async(None)

    async def _pulled(self) -> dict[str, Any]:
        """Return the settings of the workspace, {} where the editor keeps none."""
        workspace = self.client_capabilities.workspace
        if not (workspace and workspace.configuration):
            return {}
        asked = types.ConfigurationParams([types.ConfigurationItem(section=answers.NAME)])
        try:
            given = await self.workspace_configuration_async(asked)
        except JsonRpcException:
            return {}
        return section({answers.NAME: given[0] if given else None})


def server() -> Server:
    """Return a server that is ready to be started."""
    made = Server()
    made.feature(types.INITIALIZE)(initialize)
    made.feature(types.INITIALIZED)(initialized)
    made.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(reconfigured)
    made.feature(types.TEXT_DOCUMENT_DID_OPEN)(opened)
    made.feature(types.TEXT_DOCUMENT_DID_CHANGE)(changed)
    made.feature(types.TEXT_DOCUMENT_DID_SAVE)(saved)
    made.feature(types.TEXT_DOCUMENT_DID_CLOSE)(closed)
    made.feature(types.TEXT_DOCUMENT_HOVER)(hover)
    made.feature(types.TEXT_DOCUMENT_CODE_LENS)(lenses)
    kinds = types.CodeActionOptions([types.CodeActionKind.QuickFix])
    made.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(quick_fixes)
    return made


def initialize(server: Server, params: types.InitializeParams) -> None:
    """Keep the options that the editor starts with."""
    given = params.initialization_options
    self_named = section(given)
    server.options = self_named or (dict(given) if isinstance(given, dict) else {})


async def initialized(server: Server, params: types.InitializedParams) -> None:
    """Read the settings, and ask to be told when they change."""
    await server.configure()
    workspace = server.client_capabilities.workspace
    changes = workspace and workspace.did_change_configuration
    if changes and changes.dynamic_registration:
        wanted = types.Registration(answers.NAME, types.WORKSPACE_DID_CHANGE_CONFIGURATION)
        await server.client_register_capability_async(types.RegistrationParams([wanted]))


async def reconfigured(server: Server, params: types.DidChangeConfigurationParams) -> None:
    """Read the changed settings."""
    await server.configure(params.settings)


def opened(server: Server, params: types.DidOpenTextDocumentParams) -> None:
    """Check an article that was opened."""
    item = params.text_document
    codec = server.workspace.position_codec
    draft = Draft(item.uri, item.text, item.version, item.language_id, position_codec=codec)
    server.workspace.text_documents[unquote(item.uri)] = draft
    server.check(item.uri)


def changed(server: Server, params: types.DidChangeTextDocumentParams) -> None:
    """Check a changed article when its writer pauses."""
    server.check(params.text_document.uri, PAUSE)


def saved(server: Server, params: types.DidSaveTextDocumentParams) -> None:
    """Check a saved article at once: what it was written from may have changed, too."""
    if params.text_document.uri in server.checks:
        server.check(params.text_document.uri)


def closed(server: Server, params: types.DidCloseTextDocumentParams) -> None:
    """Forget an article that was closed."""
    server.forget(params.text_document.uri)


async def hover(server: Server, params: types.HoverParams) -> types.Hover | None:
    """Show what is known of a figure."""
    shown = await server.view(params.text_document.uri)
    return answers.hover(shown, params.position) if shown else None


async def lenses(server: Server, params: types.CodeLensParams) -> list[types.CodeLens]:
    """Show the count above the article."""
    shown = await server.view(params.text_document.uri)
    return [answers.lens(shown)] if shown else []


async def quick_fixes(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Offer the changes that mend what is found in a range."""
    shown = await server.view(params.text_document.uri)
    only = params.context.only
    if not shown or (only and types.CodeActionKind.QuickFix not in only):
        return []
    loop = asyncio.get_running_loop()
    offered = []
    for finding in answers.findings_in(shown, params.range):
        changes = await loop.run_in_executor(server.worker, sure_changes, shown.outcome, finding)
        offered += [answers.quick_fix(shown, finding, change, len(changes) == 1) for change in changes]
    return offered
