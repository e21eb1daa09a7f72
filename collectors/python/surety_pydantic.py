"""Pydantic AI: https://ai.pydantic.dev/"""
import ast

import surety_parts as parts
from surety_source import FUNCTIONS, is_open

SLUG, NAME, PREFIXES = "pydantic-ai", "Pydantic AI", ("pydantic_ai.",)
AGENTS = {"Agent"}
# https://ai.pydantic.dev/api/usage/: UsageLimits.request_limit
DEFAULT_REQUESTS = 50


def product(reading, site):
    return NAME


def holds(site):
    return True


def agent(site):
    parts.model(site, site.module, site.argument("model", 0))
    for key in ("instructions", "system_prompt"):
        value = site.argument(key)
        for module, element in (site.project.elements(site.module, value)[0] if value is not None else []) or (
                [(site.module, value)] if value is not None else []):
            parts.instruction(site, module, element, "instructions" if site.actor == "main" else "sub-agent")
    site.tools.record(site, "tools")
    decorated(site)
    parts.callbacks(site, {"history_processors": "input", "output_validators": "output"})
    if is_open(site.call):
        site.unsure("arguments are handed over unnamed", "tool", "model", "mcp_server", "instruction")
    for key in ("toolsets", "mcp_servers"):
        value = site.argument(key)
        if value is not None and not site.project.elements(site.module, value)[1]:
            site.unsure("the list of toolsets is computed", "mcp_server", "tool")


def decorated(site):
    """`@agent.tool`, `@agent.tool_plain`, `@agent.system_prompt`, `@agent.output_validator`."""
    parent = site.module.parents.get(site.call)
    held = parent.targets[0].id if isinstance(parent, ast.Assign) and isinstance(parent.targets[0], ast.Name) else None
    if held is None:
        return
    for function in site.module.functions.values():
        for given in function.decorator_list:
            callee = given.func if isinstance(given, ast.Call) else given
            if not isinstance(callee, ast.Attribute) or not isinstance(callee.value, ast.Name):
                continue
            if callee.value.id != held:
                continue
            if callee.attr in ("tool", "tool_plain"):
                site.tools.function(site, site.module, function, function.name, "never")
            elif callee.attr in ("system_prompt", "instructions"):
                site.unsure("instructions are computed", "instruction")
            elif callee.attr in ("output_validator", "result_validator"):
                site.row("guardrail", callee, stage="output", provider="output_validator: %s" % function.name)


def limits(site):
    for key, kind, unit in (("request_limit", "turns", "requests"), ("total_tokens_limit", "tokens", "tokens"),
                            ("tool_calls_limit", "turns", "calls")):
        value = site.argument(key)
        if value is not None and site.project.literal(site.module, value) is None:
            site.row("budget", value, actor="main", kind=kind, unit=unit)
        elif value is not None:
            parts.budget(site, site.module, value, kind, unit, actor="main")


def server(site):
    spec = {keyword.arg: site.project.literal(site.module, keyword.value)
            for keyword in site.call.keywords if keyword.arg}
    if site.last == "MCPServerStdio":
        spec.setdefault("command", site.literal("command", 0))
        spec.setdefault("args", site.literal("args", 1))
    else:
        spec.setdefault("url", site.literal("url", 0))
    kind = {"MCPServerStdio": "stdio", "MCPServerSSE": "sse"}.get(site.last, "http")
    parts.server(site, site.module, site.call, spec, None, "all", "all", kind)


def instrumented(site):
    site.row("telemetry", kind="trace", enabled=True, captures_actions=True)


def finish(reading):
    for name, site in reading.first.items():
        if name.startswith(SLUG + "@") and not any(
                row["table"] == "budget" and row["agent"] == name for row in reading.recorder.rows):
            site.row("budget", actor="main", kind="turns", value=DEFAULT_REQUESTS, unit="requests")


HANDLERS = {"Agent": agent, "UsageLimits": limits, "MCPServerStdio": server, "MCPServerSSE": server,
            "MCPServerStreamableHTTP": server, "instrument_all": instrumented}
