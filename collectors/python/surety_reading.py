"""From the calls in the files to agents: which framework's they are, who they belong to, and who reads them."""
import ast

import surety_adk
import surety_autogen
import surety_crewai
import surety_langgraph
import surety_mcp
import surety_openai
import surety_pydantic
import surety_smolagents
from surety_code import hazard_of
from surety_files import Files
from surety_source import FUNCTIONS, argument
from surety_tools import Tools

FRAMEWORKS = [surety_adk, surety_autogen, surety_crewai, surety_langgraph, surety_mcp, surety_openai, surety_pydantic,
              surety_smolagents]
DANGEROUS = ("allow_dangerous_code", "allow_dangerous_requests", "allow_dangerous_deserialization", "trust_remote_code")


class Site:
    """One call that says something of an agent."""

    def __init__(self, reading, framework, module, call, name):
        self.reading, self.framework, self.module, self.call, self.name = reading, framework, module, call, name
        self.project, self.recorder, self.tools = reading.project, reading.recorder, reading.tools
        self.last = name.rsplit(".", 1)[-1]
        self.agent = reading.agent(framework, module)
        self.actor = "main"

    def argument(self, name, position=None):
        return argument(self.call, name, position)

    def text(self, name, position=None):
        return self.project.text(self.module, self.argument(name, position))

    def number(self, name, position=None):
        return self.project.number(self.module, self.argument(name, position))

    def literal(self, name, position=None):
        return self.project.literal(self.module, self.argument(name, position))

    def elements(self, name, position=None):
        return self.project.elements(self.module, self.argument(name, position))

    def row(self, table, node=None, **columns):
        self.recorder.row(table, self.agent, self.module, self.call if node is None else node, **columns)

    def row_at(self, table, module, node, **columns):
        self.recorder.row(table, self.agent, module, node, **columns)

    def unsure(self, reason, *tables):
        self.recorder.unsure(self.agent, "%s:%d: %s" % (self.module.path, self.call.lineno, reason), *tables)

    def title(self):
        """What an agent is called: its name, else the variable that holds it."""
        name = self.text("name") or (self.text("role") if self.framework is surety_crewai else None)
        if not name and self.framework is surety_autogen:
            name = self.text("name", 0)
        if name and name.strip():
            return name.strip()[:80]
        parent = self.module.parents.get(self.call)
        if isinstance(parent, ast.Await):
            parent = self.module.parents.get(parent)
        if isinstance(parent, ast.Assign) and isinstance(parent.targets[0], ast.Name):
            return parent.targets[0].id
        while parent is not None and not isinstance(parent, FUNCTIONS):
            parent = self.module.parents.get(parent)
        return parent.name if parent is not None else "line %d" % self.call.lineno


class Reading:
    """Reads all files that import a framework."""

    def __init__(self, project, recorder, projects):
        self.project, self.recorder, self.projects = project, recorder, set(projects)
        self.tools = Tools(self)
        self.sites, self.first, self.gates = [], {}, {}

    def home(self, path):
        """The folder of a file's project: the nearest with a project file, else its own."""
        parts = path.split("/")[:-1]
        for depth in range(len(parts), -1, -1):
            folder = "/".join(parts[:depth]) or "."
            if folder in self.projects:
                return folder
        return "/".join(parts) or "."

    def agent(self, framework, module):
        return "%s@%s" % (framework.SLUG, self.home(module.path))

    def owner(self, path):
        """The agent of a file that could not be read: one of its project."""
        home = self.home(path)
        return next((agent for agent in sorted(self.recorder.agents) if agent.split("@", 1)[1] == home), None)

    def framework_of(self, name):
        for framework in FRAMEWORKS:
            if name.startswith(framework.PREFIXES):
                return framework
        return None

    def read(self, paths):
        for path in sorted(paths):
            module = self.project.modules.get(path)
            if module is not None:
                self.recorder.read(path)
                self._find(module)
        self._name_actors()
        for site in self.sites:
            handler = site.framework.HANDLERS.get(site.last)
            if handler:
                handler(site)
        for framework in FRAMEWORKS:
            finish = getattr(framework, "finish", None)
            if finish:
                finish(self)
        self._close()
        Files(self).read()

    def _find(self, module):
        for call in module.calls:
            name = self.project.name(module, call.func)
            framework = self.framework_of(name)
            if framework is None:
                continue
            site = Site(self, framework, module, call, name)
            if site.last in framework.HANDLERS and framework.holds(site):
                self.sites.append(site)

    def _name_actors(self):
        makers = {}
        for site in self.sites:
            if site.last in site.framework.AGENTS:
                makers.setdefault(site.agent, []).append(site)
        for agent, sites in makers.items():
            self.first[agent] = sites[0]
            product = sites[0].framework.product(self, sites[0])
            kind = getattr(sites[0].framework, "KIND", "application")
            self.recorder.declare(
                agent, product, sites[0].module, sites[0].call, kind, None if kind == "mcp-server" else True)
            for site in sites:
                site.actor = "main" if len(sites) == 1 else site.title()
        # Parts of an agent that is made in no file that was read are not taken down.
        self.sites = [site for site in self.sites if site.agent in makers]

    def gate(self, site, mode, node=None):
        """A human gate in front of what an agent does."""
        self.gates.setdefault(site.agent, []).append((mode, site, node))

    def _close(self):
        for agent, site in sorted(self.first.items()):
            if getattr(site.framework, "KIND", "") == "mcp-server":
                continue
            gates = self.gates.get(agent, [])
            modes = {mode for mode, _, _ in gates}
            asked = any(row["table"] == "tool" and row["agent"] == agent and row.get("approval") in ("always", "on-risk")
                        for row in self.recorder.rows)
            # Where one part asks nobody, the agent as a whole can act unasked.
            mode = ("always" if modes == {"always"} else "never" if "never" in modes
                    else "on-risk" if modes or asked else "never")
            place, node = (gates[0][1], gates[0][2]) if gates else (site, None)
            self.recorder.row(
                "approval", agent, place.module, place.call if node is None else node, covers="any", mode=mode)

    def options(self, module, agents):
        """Options that switch a protection off, wherever in a file they stand."""
        for call in module.calls:
            if hazard_of(self.project, module, call) == "unverified-tls" and not self._inside_tool(module, call):
                for agent in agents:
                    self.recorder.row("setting", agent, module, call, level="project", key="verify", type="boolean",
                                      value="false", status="in-force")
            for keyword in DANGEROUS:
                value = argument(call, keyword)
                if value is not None and self.project.literal(module, value) is True:
                    for agent in agents:
                        self.recorder.row("setting", agent, module, value, level="project", key=keyword,
                                          type="boolean", value="true", status="in-force")

    def _inside_tool(self, module, node):
        while node is not None and node not in self.tools.taken:
            node = module.parents.get(node)
        return node is not None
