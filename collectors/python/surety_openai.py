"""OpenAI Agents SDK: https://openai.github.io/openai-agents-python/"""
import ast

import surety_parts as parts
from surety_source import is_open

SLUG, NAME, PREFIXES = "openai-agents", "OpenAI Agents SDK", ("agents.",)
AGENTS = {"Agent", "SandboxAgent", "RealtimeAgent", "VoiceAgent"}
# https://openai.github.io/openai-agents-python/ref/run/: DEFAULT_MAX_TURNS
DEFAULT_TURNS = 10


def product(reading, site):
    return NAME


def holds(site):
    # A package of the project's own may be called `agents` too.
    found = site.project.found(site.module, "agents")
    return found is None or site.project.name(site.module, site.call.func).startswith("agents.")


def agent(site):
    parts.model(site, site.module, site.argument("model"), "OpenAI")
    parts.instruction(site, site.module, site.argument("instructions"),
                      "instructions" if site.actor == "main" else "sub-agent")
    site.tools.record(site, "tools")
    parts.delegations(site, "handoffs")
    parts.callbacks(site, {"input_guardrails": "input", "output_guardrails": "output"})
    if is_open(site.call):
        site.unsure("arguments are handed over unnamed", "tool", "model", "delegation", "guardrail", "instruction",
                    "mcp_server")
    value = site.argument("mcp_servers")
    if value is not None and not site.project.elements(site.module, value)[1]:
        site.unsure("the list of MCP servers is computed", "mcp_server")


def run(site):
    if not site.name.split(".")[-2:-1] == ["Runner"] and site.last != "Runner":
        return
    if site.last == "Runner":
        return
    parts.budget(site, site.module, site.argument("max_turns"), "turns", "turns", DEFAULT_TURNS, actor="main")
    if is_open(site.call):
        site.unsure("arguments of the run are handed over unnamed", "budget", "memory")


def tracing_off(site):
    if site.last == "set_tracing_disabled":
        value = site.literal("disabled", 0)
        node = site.argument("disabled", 0)
    else:
        value, node = site.literal("tracing_disabled"), site.argument("tracing_disabled")
    if node is not None and value is True:
        site.row("telemetry", node, kind="trace", enabled=False, captures_actions=True)


def session(site):
    durable = site.last != "SQLiteSession" or site.argument("db_path", 1) is not None
    site.row("memory", actor="main", kind="transcript", enabled=True, scope="user" if durable else "session",
             writable_by="agent")


def server(site):
    spec = site.literal("params", 0)
    name = site.text("name")
    approval = site.literal("require_approval")
    approved = "none" if approval == "always" else "some" if isinstance(approval, dict) else "all"
    kind = {"MCPServerStdio": "stdio", "MCPServerSse": "sse"}.get(site.last, "http")
    parts.server(site, site.module, site.call, spec if isinstance(spec, dict) else {}, name, approved,
                 "listed" if site.argument("tool_filter") is not None else "all", kind)


def hosted(site):
    spec = site.literal("tool_config", 0)
    spec = spec if isinstance(spec, dict) else {}
    approval = spec.get("require_approval", "always")
    approved = "all" if approval == "never" else "none" if approval == "always" else "some"
    parts.server(site, site.module, site.call, spec, None, approved,
                 "listed" if spec.get("allowed_tools") else "all", "http")


def finish(reading):
    for name, site in reading.first.items():
        if not name.startswith(SLUG + "@"):
            continue
        rows = [row for row in reading.recorder.rows if row["agent"] == name]
        if not any(row["table"] == "telemetry" for row in rows):
            # https://openai.github.io/openai-agents-python/tracing/: on by default, sent to OpenAI.
            site.row("telemetry", kind="trace", enabled=True, captures_actions=True, captures_prompts=True, remote=True,
                     tls=True, destination="api.openai.com")
        if not any(row["table"] == "memory" for row in rows):
            site.row("memory", actor="main", kind="transcript", enabled=False)


HANDLERS = {name: agent for name in AGENTS}
HANDLERS.update({
    "run": run, "run_sync": run, "run_streamed": run, "RunConfig": tracing_off, "set_tracing_disabled": tracing_off,
    "SQLiteSession": session, "SQLAlchemySession": session, "OpenAIConversationsSession": session,
    "RedisSession": session, "MCPServerStdio": server, "MCPServerSse": server, "MCPServerStreamableHttp": server,
    "HostedMCPTool": hosted})
