"""MCP servers made with FastMCP: https://gofastmcp.com/ and https://github.com/modelcontextprotocol/python-sdk"""
import ast

from surety_source import FUNCTIONS

SLUG, NAME, PREFIXES = "mcp-server", "MCP server", ("fastmcp.", "mcp.server.")
AGENTS = {"FastMCP"}
KIND = "mcp-server"


def product(reading, site):
    return "FastMCP" if site.name.startswith("fastmcp") else "MCP Python SDK"


def holds(site):
    return True


def made(site):
    """The server: its tools are the functions that its decorators name."""
    for module in site.project.modules.values():
        if module is None or site.reading.home(module.path) != site.reading.home(site.module.path):
            continue
        for function in module.functions.values():
            for given in function.decorator_list:
                callee = given.func if isinstance(given, ast.Call) else given
                name = site.project.name(module, callee)
                if name.startswith(PREFIXES) and name.endswith("FastMCP().tool") and isinstance(function, FUNCTIONS):
                    # Whether a person is asked is decided by the client.
                    site.tools.function(site, module, function, function.name, None)
    site.recorder.unsure(site.agent, "who asks a person is decided by the client", "approval")
    site.recorder.unsure(site.agent, "a server has no model, bounds or instructions of its own", "model", "budget",
                         "instruction", "memory", "guardrail", "mcp_server", "delegation")


def run(site):
    if not site.name.endswith("FastMCP().run") and not site.name.endswith("FastMCP().run_async"):
        return
    transport = site.text("transport", 0) or "stdio"
    if transport == "stdio":
        return
    server = site.call.func.value if isinstance(site.call.func, ast.Attribute) else None
    _, maker = site.project.resolve(site.module, server)
    keywords = {keyword.arg for keyword in getattr(maker, "keywords", [])}
    has_auth = bool(keywords & {"auth", "auth_server_provider", "token_verifier"})
    host = site.text("host") or "127.0.0.1"
    site.row("trigger", kind="webhook", expression="%s on %s" % (transport, host),
             untrusted=False if has_auth else True if host in ("0.0.0.0", "::") else None)


HANDLERS = {"FastMCP": made, "run": run, "run_async": run}
