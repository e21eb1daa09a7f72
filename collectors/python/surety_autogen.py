"""AutoGen and AG2: https://microsoft.github.io/autogen/stable/ and https://docs.ag2.ai/"""
import ast

import surety_parts as parts
from surety_source import UNKNOWN, argument, is_open

SLUG, NAME = "autogen", "AutoGen"
PREFIXES = ("autogen.", "autogen_agentchat.", "autogen_ext.", "autogen_core.", "ag2.")
AGENTS = {"AssistantAgent", "UserProxyAgent", "ConversableAgent", "CodeExecutorAgent", "GPTAssistantAgent",
          "MultimodalWebSurfer", "FileSurfer", "MagenticOneCoderAgent", "OpenAIAssistantAgent"}
TEAMS = {"RoundRobinGroupChat", "SelectorGroupChat", "Swarm", "MagenticOneGroupChat", "GroupChat", "MagenticOne"}
EXECUTORS = ("LocalCommandLineCodeExecutor", "DockerCommandLineCodeExecutor", "JupyterCodeExecutor",
             "DockerJupyterCodeExecutor", "ACADynamicSessionsCodeExecutor")


def product(reading, site):
    return "AG2" if any(name.startswith("ag2") for name in site.module.imports.values()) else NAME


def holds(site):
    return True


def agent(site):
    client = site.argument("model_client")
    if client is not None:
        parts.model(site, site.module, client)
    configured(site)
    value = site.argument("system_message")
    if value is not None:
        parts.instruction(site, site.module, value, "instructions" if site.actor == "main" else "sub-agent")
    site.tools.record(site, "tools")
    parts.delegations(site, "handoffs")
    asked(site)
    code(site)
    for key, unit in (("max_consecutive_auto_reply", "replies"), ("max_tool_iterations", "iterations")):
        if site.argument(key) is not None:
            parts.budget(site, site.module, site.argument(key), "turns", unit)
    if site.argument("memory") is not None:
        site.row("memory", site.argument("memory"), actor=site.actor, kind="notes", enabled=True, writable_by="agent")
    if is_open(site.call):
        site.unsure("arguments are handed over unnamed", "tool", "model", "budget", "approval", "instruction")


def configured(site):
    """`llm_config` of AG2 and AutoGen 0.2: a list of models."""
    config = site.literal("llm_config")
    if not isinstance(config, dict):
        if config is UNKNOWN and site.argument("llm_config") is not None:
            site.unsure("the model is computed", "model")
        return
    entries = config.get("config_list")
    for entry in entries if isinstance(entries, list) else [config]:
        name = entry.get("model") if isinstance(entry, dict) else None
        if isinstance(name, str):
            node = ast.Constant(value=name)
            ast.copy_location(node, site.argument("llm_config"))
            parts.model(site, site.module, node)


def asked(site):
    mode = site.text("human_input_mode")
    # https://docs.ag2.ai/: UserProxyAgent asks ALWAYS, ConversableAgent at TERMINATE unless they say otherwise
    if mode is None and site.name.startswith("autogen.") and "agentchat" not in site.name:
        mode = {"UserProxyAgent": "ALWAYS", "ConversableAgent": "TERMINATE"}.get(site.last)
    if mode:
        node = site.argument("human_input_mode")
        site.reading.gate(site, {"ALWAYS": "always", "TERMINATE": "on-risk"}.get(mode, "never"), node)
    elif site.last == "UserProxyAgent":
        site.reading.gate(site, "on-risk")


def code(site):
    config = site.argument("code_execution_config")
    literal = site.literal("code_execution_config")
    if isinstance(literal, dict):
        docker = literal.get("use_docker", True)
        if "executor" not in literal or docker is False:
            name = "LocalCommandLineCodeExecutor" if docker is False else "DockerCommandLineCodeExecutor"
            parts.executor(site, site.module, config, name if docker is not UNKNOWN else "")
    value = site.argument("code_executor")
    if value is not None:
        where, inner = site.project.resolve(site.module, value)
        if isinstance(inner, ast.Call):
            name = site.project.name(where, inner.func)
            if not name.rsplit(".", 1)[-1] in EXECUTORS:
                parts.executor(site, where, inner, name)


def executor(site):
    parts.executor(site, site.module, site.call, site.name)


def team(site):
    value = site.argument("max_turns")
    value = value if value is not None else site.argument("max_round")
    if value is not None:
        parts.budget(site, site.module, value, "turns", "turns", actor="main")
    ends = site.argument("termination_condition")
    names = set()
    if ends is not None:
        where, inner = site.project.resolve(site.module, ends)
        names = {site.project.name(where, node.func).rsplit(".", 1)[-1]
                 for node in ast.walk(inner) if isinstance(node, ast.Call)}
    if value is None and "MaxMessageTermination" not in names:
        site.row("budget", actor="main", kind="turns", unit="turns")
    elements, whole = site.elements("participants", 0)
    for module, element in elements:
        title = site.project.resolve(module, element)[1]
        name = argument(title, "name", 0) if isinstance(title, ast.Call) else None
        peer = site.project.text(module, name) if name is not None else None
        site.row_at("delegation", module, element, peer=peer or getattr(element, "id", "agent"),
                    transport="in-process")
    if not whole:
        site.unsure("the members of a team are computed", "delegation")


def ended(site):
    parts.budget(site, site.module, site.argument("max_messages", 0), "turns", "messages", actor="main")


def chat(site):
    value = site.argument("max_turns")
    if value is not None:
        parts.budget(site, site.module, value, "turns", "turns", actor="main")


def registered(site):
    """`register_function(f, caller=…)` and the tools of an MCP server."""
    if site.call.args:
        site.tools.one(site, site.module, site.call.args[0])


def server(site):
    spec = {keyword.arg: site.project.literal(site.module, keyword.value)
            for keyword in site.call.keywords if keyword.arg}
    kind = "sse" if "Sse" in site.last else "stdio" if "Stdio" in site.last else "http"
    parts.server(site, site.module, site.call, spec, None, "all", "all", kind)


HANDLERS = {name: agent for name in AGENTS}
HANDLERS.update({name: team for name in TEAMS})
HANDLERS.update({name: executor for name in EXECUTORS})
HANDLERS.update({
    "MaxMessageTermination": ended, "initiate_chat": chat, "a_initiate_chat": chat, "register_function": registered,
    "StdioServerParams": server, "SseServerParams": server, "StreamableHttpServerParams": server})
