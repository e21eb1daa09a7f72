"""All files of a folder, and names that lead from one to another."""
import ast
import os

from surety_source import FUNCTIONS, UNKNOWN, Environment, Module, Refused, argument

DEEPEST = 24


class Project:
    """The files that were named, and those that they import, read when a name leads there."""

    def __init__(self, root, files, others):
        self.root, self.paths = root, set(files) | set(others)
        self.modules, self.refused = {}, {}
        for path in sorted(files):
            self.module(path)

    def module(self, path):
        """The module at a path; None when it could not be read."""
        if path not in self.modules:
            self.modules[path] = None
            try:
                name = self.root if not os.path.isdir(self.root) else os.path.join(self.root, path)
                with open(name, "rb") as file:
                    self.modules[path] = Module(path, file.read(8 << 20))
            except Refused as problem:
                self.refused[path] = problem
            except OSError as error:
                self.refused[path] = Refused("cannot be opened: %s" % error.strerror)
            except (RecursionError, MemoryError) as error:
                self.refused[path] = Refused("cannot be read: %s" % type(error).__name__)
        return self.modules[path]

    def found(self, module, dotted):
        """The file of the project that a dotted name is imported from, and what of it; None for other packages."""
        level = len(dotted) - len(dotted.lstrip("."))
        parts = [part for part in dotted.lstrip(".").split(".") if part]
        folder = module.path.split("/")[:-1]
        if level:
            bases = [folder[: len(folder) - level + 1]]
        else:
            bases = [folder[:depth] for depth in range(len(folder), -1, -1)]
        for base in bases:
            for count in range(len(parts), -1 if level else 0, -1):
                place = "/".join(base + parts[:count])
                for path in (place + ".py", (place + "/" if place else "") + "__init__.py"):
                    if path in self.paths and path != module.path:
                        return path, parts[count:]
        return None

    def resolve(self, module, node, depth=0):
        """What a name stands for: the expression, function or class, and the module it stands in."""
        while depth < DEEPEST:
            depth += 1
            if isinstance(node, ast.Name):
                value = node.surety_scope.value(node.id)
                if value is not None and value is not node:
                    node = value
                    continue
                name = module.imports.get(node.id)
                where = self.found(module, name) if name else None
            elif isinstance(node, ast.Attribute):
                name = self.spelled(module, node)
                where = self.found(module, name) if name else None
            elif isinstance(node, ast.Await):
                node = node.value
                continue
            else:
                return module, node
            if not where or len(where[1]) != 1:
                return module, node
            other = self.module(where[0])
            if other is None:
                return module, node
            name = where[1][0]
            value = other.scope.value(name)
            if value is None:
                if name not in other.imports:
                    return module, node
                value = ast.copy_location(ast.Name(id=name, ctx=ast.Load()), node)
                value.surety_scope = other.scope
            module, node = other, value
        return module, node

    def spelled(self, module, node):
        """The dotted name as it was imported, without following variables; None for other expressions."""
        if isinstance(node, ast.Name):
            return module.imports.get(node.id)
        if isinstance(node, ast.Attribute):
            base = self.spelled(module, node.value)
            return base and base + "." + node.attr
        return None

    def name(self, module, node, depth=0):
        """The dotted name of what an expression is or is made by: `agents.Agent`, `x.StateGraph().compile`."""
        if depth > DEEPEST:
            return ""
        if isinstance(node, ast.Name):
            value = node.surety_scope.value(node.id)
            if value is not None and value is not node:
                if isinstance(value, FUNCTIONS + (ast.ClassDef,)):
                    return node.id
                return self.name(module, value, depth + 1)
            imported = module.imports.get(node.id)
            if imported:
                where = self.found(module, imported)
                if where and len(where[1]) == 1:
                    other = self.module(where[0])
                    known = other is not None and other.scope.value(where[1][0])
                    if known is not None and known is not False:
                        return self.name(other, known, depth + 1)
                    if other is not None and where[1][0] in other.imports:
                        return other.imports[where[1][0]]
            return imported or node.id
        if isinstance(node, ast.Attribute):
            return self.name(module, node.value, depth + 1) + "." + node.attr
        if isinstance(node, ast.Call):
            return self.name(module, node.func, depth + 1) + "()"
        if isinstance(node, ast.Await):
            return self.name(module, node.value, depth + 1)
        return ""

    def literal(self, module, node, depth=0):
        """The value of an expression; UNKNOWN where it is computed."""
        if node is None or depth > DEEPEST:
            return UNKNOWN
        module, node = self.resolve(module, node)
        if isinstance(node, ast.Constant):
            return node.value
        if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
            return [self.literal(module, element, depth + 1) for element in node.elts]
        if isinstance(node, ast.Dict):
            keys = [self.literal(module, key, depth + 1) for key in node.keys]
            values = [self.literal(module, value, depth + 1) for value in node.values]
            return {key: value for key, value in zip(keys, values) if isinstance(key, (str, int, bool))}
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            value = self.literal(module, node.operand, depth + 1)
            return -value if isinstance(value, (int, float)) else UNKNOWN
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            left = self.literal(module, node.left, depth + 1)
            right = self.literal(module, node.right, depth + 1)
            return left + right if isinstance(left, str) and isinstance(right, str) else UNKNOWN
        return self._environment(module, node, depth)

    def _environment(self, module, node, depth):
        if isinstance(node, ast.Subscript) and self.name(module, node.value) == "os.environ":
            key = self.literal(module, node.slice, depth + 1)
            return Environment(key) if isinstance(key, str) else UNKNOWN
        if isinstance(node, ast.Call):
            name = self.name(module, node.func)
            if name in ("os.getenv", "os.environ.get") and node.args:
                key = self.literal(module, node.args[0], depth + 1)
                return Environment(key) if isinstance(key, str) else UNKNOWN
            if name in ("textwrap.dedent", "inspect.cleandoc", "str") and len(node.args) == 1:
                return self.literal(module, node.args[0], depth + 1)
            if isinstance(node.func, ast.Attribute) and node.func.attr == "strip" and not node.args:
                return self.literal(module, node.func.value, depth + 1)
            if name.endswith("SecretStr") and node.args:
                return self.literal(module, node.args[0], depth + 1)
        return UNKNOWN

    def text(self, module, node):
        """The text of an expression; None when it is none or computed."""
        value = self.literal(module, node)
        return value if isinstance(value, str) else None

    def number(self, module, node):
        value = self.literal(module, node)
        return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None

    def elements(self, module, node, depth=0):
        """The elements of a list with their modules, and whether that is all of them."""
        module, node = self.resolve(module, node)
        if depth > DEEPEST or node is None:
            return [], False
        if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
            found, whole = [], True
            for element in node.elts:
                if isinstance(element, ast.Starred):
                    inner, is_whole = self.elements(module, element.value, depth + 1)
                    found, whole = found + inner, whole and is_whole
                else:
                    found.append((module, element))
            return found, whole
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            left, a = self.elements(module, node.left, depth + 1)
            right, b = self.elements(module, node.right, depth + 1)
            return left + right, a and b
        if isinstance(node, ast.Constant) and node.value is None:
            return [], True
        return [], False
