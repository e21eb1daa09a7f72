"""Tools: functions, classes and ready-made parts that an agent can call, what they can do, and who is asked."""
import ast

from surety_code import deeds, effect
from surety_names import EFFECTS, UNCONTAINED, effect_of
from surety_source import FUNCTIONS, argument

WRAPPERS = {"FunctionTool", "Tool", "StructuredTool", "from_function", "tool", "function_tool", "LongRunningFunctionTool",
            "register_for_llm"}
ASKING = ("needs_approval", "requires_approval", "require_confirmation", "require_approval")
# MCP servers are taken down by their own reader.
ELSEWHERE = ("MCPServerStdio", "MCPServerSse", "MCPServerStreamableHttp", "MCPServerSSE", "MCPServerStreamableHTTP",
             "McpToolset", "MCPToolset", "HostedMCPTool", "MCPServerTool", "McpWorkbench")


class Tools:
    """Takes down tools once for each agent and actor."""

    def __init__(self, reading):
        self.reading, self.project = reading, reading.project
        self.taken = set()

    def record(self, site, name, position=None, approval="never", asked=None):
        """The tools in an argument of a call."""
        expression = site.argument(name, position)
        if expression is None:
            return
        elements, whole = self.project.elements(site.module, expression)
        if not whole:
            site.unsure("the list of tools is computed", "tool")
        for module, element in elements:
            self.one(site, module, element, approval, asked)

    def one(self, site, module, element, approval="never", asked=None):
        where, node = self.project.resolve(module, element)
        if isinstance(node, FUNCTIONS):
            return self.function(site, where, node, node.name, approval, asked)
        if isinstance(node, ast.ClassDef):
            return self.made(site, where, node, approval, asked)
        if isinstance(node, ast.Call):
            return self.call(site, where, node, element, module, approval, asked)
        name = self.project.name(module, element).rsplit(".", 1)[-1]
        if isinstance(node, (ast.Name, ast.Attribute)) and name:
            return self.ready(site, module, element, name, approval, asked)
        site.unsure("a tool is computed", "tool")

    def function(self, site, module, node, name, approval, asked=None, decorator=None):
        """A function of the project."""
        approval = self.approval(module, decorator, approval)
        for given in node.decorator_list:
            if isinstance(given, ast.Call):
                title = argument(given, "name_override") or argument(given, "name")
                name = (title is not None and self.project.text(module, title)) or name
                if given.args and self.project.text(module, given.args[0]):
                    name = self.project.text(module, given.args[0])
                approval = self.approval(module, given, approval)
        self.code(site, module, node, name, approval, asked, node.name)

    def code(self, site, module, node, name, approval, asked, own_name=""):
        self.taken.add(node)
        found = deeds(self.project, module, node)
        if found.node is not None:
            self.taken.add(found.node)
        approval = "always" if found.asks else approval
        at = found.node is not None and "%s:%d" % (found.module.path, found.node.lineno)
        site.row_at(
            "tool", module, node, actor=site.actor, name=name, origin="code",
            effect=effect(found, name + " " + own_name), approval=(asked or {}).get(name, approval),
            hazard=found.hazard or "none", hazard_at=at or None)

    def made(self, site, module, node, approval, asked, title=None):
        """A class of the project, told by the method that runs."""
        name = title or node.name
        for statement in node.body:
            target = statement.targets[0] if isinstance(statement, ast.Assign) else getattr(statement, "target", None)
            if isinstance(target, ast.Name) and target.id == "name" and getattr(statement, "value", None) is not None:
                name = title or self.project.text(module, statement.value) or name
        self.code(site, module, node, name, approval, asked, node.name)

    def call(self, site, module, node, element, origin, approval, asked):
        name = self.project.name(module, node.func)
        last = name.rsplit(".", 1)[-1]
        if last in ELSEWHERE:
            return None
        approval = self.approval(module, node, approval)
        where, inner = self.project.resolve(module, node.func)
        if isinstance(inner, ast.ClassDef):
            return self.made(site, where, inner, approval, asked)
        title = argument(node, "name") or argument(node, "tool_name")
        title = self.project.text(module, title) if title is not None else None
        if last in ("as_tool", "AgentTool"):
            peer = self.project.name(module, node.func).split(".")[-2] if last == "as_tool" else title or "agent"
            site.row_at("delegation", module, node, peer=title or self.peer(module, node, peer), transport="in-process")
            return site.row_at("tool", module, node, actor=site.actor, name=title or last, origin="built-in",
                               approval=approval)
        if last in WRAPPERS:
            function = argument(node, "func") or argument(node, "function") or argument(node, "coroutine")
            function = function or (node.args[0] if node.args else None)
            where, inner = self.project.resolve(module, function) if function is not None else (module, None)
            if isinstance(inner, FUNCTIONS):
                return self.code(site, where, inner, title or inner.name, approval, asked, inner.name)
            return site.row_at("tool", module, node, actor=site.actor, name=title or last, origin="code",
                               effect=effect_of(title or ""), approval=(asked or {}).get(title, approval))
        if not last or "()" in last:
            return site.unsure("a tool is computed", "tool")
        return self.ready(site, module, node, last, approval, asked)

    def ready(self, site, module, node, name, approval, asked=None):
        """A ready-made tool of a framework or of another package."""
        site.row_at("tool", module, node, actor=site.actor, name=name, origin="built-in",
                    effect=EFFECTS.get(name) or effect_of(name), approval=(asked or {}).get(name, approval))
        if name in UNCONTAINED:
            site.row_at("sandbox", module, node, kind="%s in the program's own process" % name, enabled=False)
            site.recorder.see(site.agent, "sandbox")

    def peer(self, module, node, fallback):
        base = node.func.value if isinstance(node.func, ast.Attribute) else None
        where, inner = self.project.resolve(module, base) if base is not None else (module, None)
        if isinstance(inner, ast.Call):
            title = argument(inner, "name")
            return (title is not None and self.project.text(where, title)) or fallback
        return fallback

    def approval(self, module, call, default):
        """Who is asked before a tool runs, as its declaration says."""
        for name in ASKING:
            value = argument(call, name) if call is not None else None
            if value is None:
                continue
            literal = self.project.literal(module, value)
            if literal is True or literal == "always":
                return "always"
            return "never" if literal in (False, "never") else "on-risk"
        return default
