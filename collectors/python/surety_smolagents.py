"""smolagents: https://huggingface.co/docs/smolagents/"""
import ast

import surety_parts as parts
from surety_source import is_open

SLUG, NAME, PREFIXES = "smolagents", "smolagents", ("smolagents.",)
AGENTS = {"CodeAgent", "ToolCallingAgent"}
# https://huggingface.co/docs/smolagents/reference/agents: max_steps
DEFAULT_STEPS = 20


def product(reading, site):
    return NAME


def holds(site):
    return True


def agent(site):
    parts.model(site, site.module, site.argument("model", 1))
    site.tools.record(site, "tools", 0)
    parts.budget(site, site.module, site.argument("max_steps"), "turns", "steps", DEFAULT_STEPS)
    parts.delegations(site, "managed_agents")
    parts.callbacks(site, {"final_answer_checks": "output"})
    value = site.argument("instructions")
    if value is not None:
        parts.instruction(site, site.module, value)
    if site.last == "CodeAgent":
        runs_code(site)
    if is_open(site.call):
        site.unsure("arguments are handed over unnamed", "tool", "model", "budget", "delegation")


def runs_code(site):
    """Code that the model writes: in the program's own process unless an executor is named."""
    value = site.argument("executor_type")
    kind = site.text("executor_type") or ("local" if value is None else None)
    imports = site.literal("additional_authorized_imports")
    named = {"local": "LocalPythonExecutor", "docker": "DockerExecutor", "e2b": "E2BExecutor"}.get(kind)
    site.row("sandbox", value, kind=named or "code executor",
             enabled=False if kind == "local" else True if kind else None,
             weakened=True if isinstance(imports, list) and "*" in imports else None)
    site.row("tool", value, actor=site.actor, name="python", origin="built-in", effect="execute", approval="never")
    site.recorder.see(site.agent, "sandbox")


def servers(site):
    spec = site.literal("server_parameters", 0)
    entries = spec if isinstance(spec, list) else [spec]
    for entry in entries:
        if isinstance(entry, dict):
            parts.server(site, site.module, site.call, entry)
        else:
            site.unsure("an MCP server is computed", "mcp_server")


HANDLERS = {"CodeAgent": agent, "ToolCallingAgent": agent, "MCPClient": servers, "from_mcp": servers}
