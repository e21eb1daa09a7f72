"""Google's Agent Development Kit: https://google.github.io/adk-docs/"""
import ast

import surety_parts as parts
from surety_source import argument, is_open

SLUG, NAME, PREFIXES = "adk", "Google ADK", ("google.adk.",)
AGENTS = {"Agent", "LlmAgent", "SequentialAgent", "ParallelAgent", "LoopAgent"}
# https://google.github.io/adk-docs/runtime/runconfig/: max_llm_calls
DEFAULT_CALLS = 500


def product(reading, site):
    return NAME


def holds(site):
    return True


def agent(site):
    if site.last in ("Agent", "LlmAgent"):
        parts.model(site, site.module, site.argument("model"), "Google")
        for key in ("instruction", "global_instruction"):
            parts.instruction(site, site.module, site.argument(key),
                              "instructions" if site.actor == "main" else "sub-agent")
        site.tools.record(site, "tools")
        parts.callbacks(site, {
            "before_model_callback": "input", "after_model_callback": "output", "before_tool_callback": "tool"})
        executor = site.argument("code_executor")
        if executor is not None:
            name = site.project.name(site.module, executor).replace("()", "")
            parts.executor(site, site.module, executor, name)
    parts.delegations(site, "sub_agents")
    if site.last == "LoopAgent":
        value = site.argument("max_iterations")
        if value is None:
            site.row("budget", actor=site.actor, kind="turns", unit="iterations")
        else:
            parts.budget(site, site.module, value, "turns", "iterations")
    if is_open(site.call):
        site.unsure("arguments are handed over unnamed", "tool", "model", "delegation", "guardrail", "instruction")


def remote(site):
    card = site.text("agent_card") or ""
    site.row("delegation", peer=site.text("name") or card or "remote agent", transport="http",
             tls=card.startswith("https") if card.startswith("http") else None)


def toolset(site):
    params = site.argument("connection_params")
    where, inner = site.project.resolve(site.module, params) if params is not None else (site.module, None)
    scope = "listed" if site.argument("tool_filter") is not None else "all"
    approved = "none" if site.literal("require_confirmation") is True else "all"
    if not isinstance(inner, ast.Call):
        return site.unsure("the connection of an MCP toolset is computed", "mcp_server")
    nested = argument(inner, "server_params")
    if nested is not None:
        where, inner = site.project.resolve(where, nested)
    if not isinstance(inner, ast.Call):
        return site.unsure("the connection of an MCP toolset is computed", "mcp_server")
    last = site.project.name(where, inner.func).rsplit(".", 1)[-1]
    spec = {keyword.arg: site.project.literal(where, keyword.value) for keyword in inner.keywords if keyword.arg}
    kind = "sse" if "Sse" in last else "stdio" if "Stdio" in last else "http"
    parts.server(site, where, inner, spec, None, approved, scope, kind)


def sessions(site):
    durable = site.last != "InMemorySessionService"
    site.row("memory", actor="main", kind="transcript", enabled=True, scope="user" if durable else "session",
             writable_by="agent")


def memory(site):
    site.row("memory", actor="main", kind="notes", enabled=True, scope="user", writable_by="agent")


def configured(site):
    value = site.argument("max_llm_calls")
    if value is not None:
        parts.budget(site, site.module, value, "turns", "calls", actor="main")


def finish(reading):
    for name, site in reading.first.items():
        if not name.startswith(SLUG + "@"):
            continue
        if not any(row["table"] == "budget" and row["agent"] == name and row["actor"] == "main"
                   for row in reading.recorder.rows):
            site.row("budget", actor="main", kind="turns", value=DEFAULT_CALLS, unit="calls")


HANDLERS = {name: agent for name in AGENTS}
HANDLERS.update({
    "RemoteA2aAgent": remote, "McpToolset": toolset, "MCPToolset": toolset, "InMemorySessionService": sessions,
    "DatabaseSessionService": sessions, "VertexAiSessionService": sessions, "VertexAiMemoryBankService": memory,
    "InMemoryMemoryService": memory, "RunConfig": configured})
