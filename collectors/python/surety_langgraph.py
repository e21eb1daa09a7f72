"""LangGraph and LangChain: https://docs.langchain.com/oss/python/langgraph/ and …/langchain/agents"""
import ast

import surety_parts as parts
from surety_source import FUNCTIONS, argument, is_open

SLUG, NAME = "langgraph", "LangGraph"
PREFIXES = ("langgraph", "langchain", "deepagents.")
AGENTS = {"create_react_agent", "create_agent", "create_deep_agent", "create_supervisor", "create_swarm", "StateGraph",
          "MessageGraph", "AgentExecutor", "initialize_agent", "create_tool_calling_agent", "create_openai_tools_agent",
          "create_sql_agent", "create_pandas_dataframe_agent", "create_csv_agent", "create_python_agent"}
# https://docs.langchain.com/oss/python/langgraph/graph-api#recursion-limit
DEFAULT_STEPS = 25
EXECUTORS = {"create_pandas_dataframe_agent", "create_csv_agent", "create_python_agent"}


def product(reading, site):
    home = reading.home(site.module.path)
    names = {name for module in reading.project.modules.values() if module is not None
             and reading.home(module.path) == home for name in module.imports.values()}
    return "LangGraph" if any(name.startswith("langgraph") for name in names) else "LangChain"


def holds(site):
    return True


def agent(site):
    name = "llm" if site.last in ("initialize_agent", "create_sql_agent") else "model"
    position = {"initialize_agent": 1, "create_supervisor": None, "StateGraph": None}.get(site.last, 0)
    if site.last not in ("StateGraph", "MessageGraph", "AgentExecutor"):
        given = site.argument(name, position)
        given = given if given is not None else site.argument("llm")
        if given is not None:
            parts.model(site, site.module, given)
    asked = middleware(site)
    gated = site.literal("interrupt_before")
    approval = "always" if gated and isinstance(gated, list) and "tools" in gated else "never"
    if approval == "always" or asked:
        site.reading.gate(site, "on-risk", site.argument("interrupt_before") or site.argument("middleware"))
    place = {"create_react_agent": 1, "create_agent": 1, "initialize_agent": 0, "create_deep_agent": 0}.get(site.last)
    site.tools.record(site, "tools", place, approval, asked)
    for key in ("prompt", "system_prompt", "state_modifier", "instructions"):
        value = site.argument(key)
        if value is not None:
            where, inner = site.project.resolve(site.module, value)
            if isinstance(inner, ast.Call) and inner.args and "Message" in site.project.name(where, inner.func):
                value = inner.args[0]
            parts.instruction(site, site.module, value)
    parts.delegations(site, "agents")
    kept(site)
    executor_bounds(site)
    if site.last in EXECUTORS:
        parts.executor(site, site.module, site.call, "LocalPythonExecutor")
    if is_open(site.call):
        site.unsure("arguments are handed over unnamed", "tool", "model", "budget", "memory", "approval", "guardrail")


def middleware(site):
    """Who is asked for which tool: HumanInTheLoopMiddleware(interrupt_on={…}), and other middleware as guardrails."""
    asked = {}
    value = site.argument("middleware")
    elements, whole = site.project.elements(site.module, value) if value is not None else ([], True)
    if not whole:
        site.unsure("the middleware is computed", "guardrail", "approval", "budget")
    for module, element in elements:
        where, inner = site.project.resolve(module, element)
        if not isinstance(inner, ast.Call):
            continue
        last = site.project.name(where, inner.func).rsplit(".", 1)[-1]
        if last == "HumanInTheLoopMiddleware":
            given = site.project.literal(where, argument(inner, "interrupt_on", 0))
            for tool, setting in (given if isinstance(given, dict) else {}).items():
                if isinstance(tool, str):
                    asked[tool] = "never" if setting is False else "always"
        elif last in ("ToolCallLimitMiddleware", "ModelCallLimitMiddleware"):
            bound = argument(inner, "run_limit")
            bound = bound if bound is not None else argument(inner, "thread_limit")
            parts.budget(site, where, bound, "turns", "calls")
        else:
            stage = "input" if "PII" in last or "Moderation" in last else "tool"
            site.row_at("guardrail", module, element, stage=stage, provider=last)
    return asked


def kept(site):
    for key, kind, scope in (("checkpointer", "transcript", "session"), ("store", "notes", "shared"),
                             ("memory", "transcript", "session")):
        value = site.argument(key)
        if value is None:
            continue
        name = site.project.name(site.module, value).replace("()", "").rsplit(".", 1)[-1]
        literal = site.project.literal(site.module, value)
        enabled = literal not in (None, False)
        site.row("memory", value, actor=site.actor, kind=kind, enabled=enabled,
                 scope="session" if name in ("MemorySaver", "InMemorySaver") else scope, writable_by="agent")


def executor_bounds(site):
    if site.last in ("AgentExecutor", "initialize_agent"):
        # https://python.langchain.com/api_reference/langchain/agents/: max_iterations is 15
        parts.budget(site, site.module, site.argument("max_iterations"), "turns", "iterations", 15)
        value = site.argument("max_execution_time")
        if value is not None:
            parts.budget(site, site.module, value, "time", "seconds")


def compiled(site):
    if "Graph" not in site.name:
        return
    for key in ("interrupt_before", "interrupt_after"):
        value = site.argument(key)
        if value is not None and site.project.literal(site.module, value):
            site.reading.gate(site, "on-risk", value)
    kept(site)


def node_tools(site):
    site.tools.record(site, "tools", 0)


def called(site):
    """`recursion_limit` of a run; on by default at 25 steps."""
    config = site.literal("config", 1)
    config = config if isinstance(config, dict) else site.literal("config", 0)
    value = config.get("recursion_limit") if isinstance(config, dict) else None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        site.row("budget", _limit(site) or site.call, actor="main", kind="turns", value=value, unit="steps")


def _limit(site):
    for node in ast.walk(site.module.tree):
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values):
                if isinstance(key, ast.Constant) and key.value == "recursion_limit":
                    return value
    return None


def chat(site):
    """A model that is bound to tools, in a graph of one's own."""
    if site.last.startswith("Chat") or site.last == "init_chat_model":
        parts.client(site, site.module, site.call)


def servers(site):
    given = site.argument("connections", 0)
    where, inner = site.project.resolve(site.module, given) if given is not None else (site.module, None)
    if not isinstance(inner, ast.Dict):
        return site.unsure("the MCP servers are computed", "mcp_server", "tool")
    for key, value in zip(inner.keys, inner.values):
        name = site.project.text(where, key) if key is not None else None
        entry = site.project.literal(where, value)
        if name is None or not isinstance(entry, dict):
            site.unsure("an MCP server is computed", "mcp_server", "tool")
            continue
        kind = {"sse": "sse", "stdio": "stdio", "websocket": "ws"}.get(entry.get("transport"), "http")
        parts.server(site, where, key, entry, name, "all", "all", "stdio" if entry.get("command") else kind)


def asks(site):
    site.reading.gate(site, "on-risk")


def finish(reading):
    for name, site in reading.first.items():
        if not name.startswith(SLUG + "@"):
            continue
        rows = [row for row in reading.recorder.rows if row["agent"] == name]
        if not any(row["table"] == "budget" for row in rows):
            site.row("budget", actor="main", kind="turns", value=DEFAULT_STEPS, unit="steps")
        if not any(row["table"] == "memory" for row in rows):
            site.row("memory", actor="main", kind="transcript", enabled=False)
        if not any(row["table"] == "model" for row in rows):
            reading.recorder.unsure(name, "the model is computed", "model")


HANDLERS = {name: agent for name in AGENTS}
HANDLERS.update({
    "compile": compiled, "ToolNode": node_tools, "bind_tools": node_tools, "invoke": called, "ainvoke": called,
    "stream": called, "astream": called, "with_config": called, "MultiServerMCPClient": servers, "interrupt": asks,
    "ChatOpenAI": chat, "ChatAnthropic": chat, "ChatGoogleGenerativeAI": chat, "AzureChatOpenAI": chat,
    "ChatOllama": chat, "ChatBedrock": chat, "ChatGroq": chat, "ChatMistralAI": chat, "init_chat_model": chat})
