"""CrewAI in code: https://docs.crewai.com/en/concepts/agents

A class with `@CrewBase` takes its agents from YAML and is read by the collector `crewai`.
"""
import ast

import surety_parts as parts
from surety_source import is_open

SLUG, NAME, PREFIXES = "crewai", "CrewAI", ("crewai.", "crewai_tools.")
AGENTS = {"Agent"}


def product(reading, site):
    return NAME


def holds(site):
    node = site.call
    while node in site.module.parents:
        node = site.module.parents[node]
        if isinstance(node, ast.ClassDef) and any(
                site.project.name(site.module, given).endswith("CrewBase") for given in node.decorator_list):
            return False
    return True


def agent(site):
    parts.model(site, site.module, site.argument("llm"))
    for key in ("goal", "backstory"):
        value = site.argument(key)
        if value is not None and site.project.text(site.module, value) is not None:
            parts.instruction(site, site.module, value, "sub-agent", "%s %s" % (site.actor, key))
        elif value is not None:
            site.unsure("a %s is computed" % key, "instruction")
    site.tools.record(site, "tools", None, reviewed(site))
    # The documents say 20: https://docs.crewai.com/en/concepts/agents#agent-attributes
    parts.budget(site, site.module, site.argument("max_iter"), "turns", "iterations", 20)
    for key, kind, unit in (("max_rpm", "rate", "requests per minute"), ("max_execution_time", "time", "seconds")):
        if site.argument(key) is not None:
            parts.budget(site, site.module, site.argument(key), kind, unit)
    value = site.argument("allow_delegation")
    if value is not None and site.project.literal(site.module, value) is True:
        site.row("delegation", value, peer="other agents of the crew", transport="in-process")
    if site.literal("allow_code_execution") is True:
        mode = site.text("code_execution_mode") or "safe"
        parts.executor(site, site.module, site.argument("allow_code_execution"),
                       "LocalCommandLineCodeExecutor" if mode == "unsafe" else "DockerCodeExecutor")
    parts.callbacks(site, {"guardrail": "output"})
    if is_open(site.call):
        site.unsure("arguments are handed over unnamed", "tool", "model", "budget", "delegation", "instruction")


def reviewed(site):
    """Whether a person looks at every task of the agent before it counts as done."""
    own = [other for other in site.reading.sites if other.last == "Task" and other.agent == site.agent
           and site.project.resolve(other.module, other.argument("agent"))[1] is site.call]
    return "on-risk" if own and all(other.literal("human_input") is True for other in own) else "never"


def task(site):
    value = site.argument("human_input")
    if value is not None:
        site.reading.gate(site, "on-risk" if site.project.literal(site.module, value) is True else "never", value)
    site.tools.record(site, "tools")
    parts.callbacks(site, {"guardrail": "output"})


def crew(site):
    value = site.argument("memory")
    enabled = value is not None and site.project.literal(site.module, value) not in (None, False)
    site.row("memory", value if value is not None else None, actor="main", kind="notes", enabled=enabled,
             scope="project" if enabled else None, writable_by="agent" if enabled else None)


HANDLERS = {"Agent": agent, "Task": task, "Crew": crew}
