"""What whole files say beside the calls of a framework: secrets, options that switch protections off, TLS."""
import ast

from surety_names import secret
from surety_source import Environment


class Files:
    """Every file that was read, for the agents that it belongs to."""

    def __init__(self, reading):
        self.reading, self.project, self.recorder = reading, reading.project, reading.recorder

    def read(self):
        for path in sorted(self.project.modules):
            module = self.project.modules[path]
            agents = self.agents(module) if module is not None else []
            if not agents:
                continue
            for agent in agents:
                self.recorder.read(path, agent)
            self.secrets(module, agents)
            self.reading.options(module, agents)

    def agents(self, module):
        """The agents that are made in a file, else those of its project, else those that use it."""
        own = sorted({site.agent for site in self.reading.sites if site.module is module})
        if own:
            return own
        home = self.reading.home(module.path)
        near = sorted(agent for agent in self.recorder.agents if agent.split("@", 1)[1] == home)
        return near or sorted({agent for path, agent in self.recorder.files.items() if path == module.path and agent})

    def secrets(self, module, agents):
        for node in module.strings:
            name = self.name(module, node)
            found = secret(name, node.value)
            if found:
                for agent in agents:
                    self.recorder.row("credential", agent, module, node, holder="agent", name=name or "text",
                                      kind=found[1], storage="inline", detector=found[0])
        for node in ast.walk(module.tree):
            if not isinstance(node, (ast.Call, ast.Subscript)):
                continue
            value = self.project.literal(module, node)
            if isinstance(value, Environment) and secret(value.name, "a1B2c3D4e5F6"):
                for agent in agents:
                    self.recorder.row("credential", agent, module, node, holder="agent", name=value.name,
                                      kind="password" if "pass" in value.name.lower() else "api-key",
                                      storage="environment", detector="environment-variable")

    def name(self, module, node):
        """What a text is given to: a keyword, a variable, a key."""
        parent = module.parents.get(node)
        if isinstance(parent, ast.Call) and len(parent.args) and node in parent.args:
            if self.project.name(module, parent.func).endswith("SecretStr"):
                parent, node = module.parents.get(parent), parent
        if isinstance(parent, ast.keyword):
            return parent.arg
        if isinstance(parent, ast.Dict) and node in parent.values:
            key = parent.keys[parent.values.index(node)]
            return key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else None
        if isinstance(parent, (ast.Assign, ast.AnnAssign)):
            target = parent.targets[0] if isinstance(parent, ast.Assign) else parent.target
            if isinstance(target, ast.Name):
                return target.id
            if isinstance(target, ast.Attribute):
                return target.attr
            if isinstance(target, ast.Subscript):
                key = self.project.literal(module, target.slice)
                return key if isinstance(key, str) else None
        return None
