"""A Python file as a tree: what its names mean, what its literals say, and where they stand.

Nothing is imported or executed: https://docs.python.org/3/library/ast.html
"""
import ast

UNKNOWN = object()
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
LARGEST = 4 << 20


class Environment:
    """A value that is taken from an environment variable."""

    def __init__(self, name):
        self.name = name


class Refused(Exception):
    """Why a file cannot be read, and where."""

    def __init__(self, reason, line=1, column=1):
        super().__init__(reason)
        self.reason, self.line, self.column = reason, max(line or 1, 1), max(column or 1, 1)


class Scope:
    """The names that a module, class or function binds, with the expressions they are bound to."""

    def __init__(self, parent):
        self.parent, self.names = parent, {}

    def bind(self, name, value):
        self.names.setdefault(name, []).append(value)

    def value(self, name):
        """The one expression of a name; None when there is none, or more than one."""
        scope = self
        while scope is not None:
            if name in scope.names:
                values = scope.names[name]
                return values[0] if len(values) == 1 else None
            scope = scope.parent
        return None


class Module:
    """One file: its tree, and every node's scope."""

    def __init__(self, path, data):
        self.path = path
        if len(data) > LARGEST:
            raise Refused("has %d bytes; at most %d are read" % (len(data), LARGEST))
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise Refused("is not UTF-8", data[: error.start].count(b"\n") + 1)
        if "\r" in text.replace("\r\n", ""):
            raise Refused("lines end in a carriage return alone")
        self.lines = text.split("\n")
        try:
            self.tree = ast.parse(text)
        except SyntaxError as error:
            line = min(error.lineno or 1, len(self.lines))
            width = len(self.lines[line - 1].rstrip("\r"))
            raise Refused("is not Python: %s" % error.msg, line, min(error.offset or 1, width + 1))
        except (ValueError, RecursionError, MemoryError, OverflowError) as error:
            raise Refused("cannot be parsed: %s" % type(error).__name__)
        self.imports, self.calls, self.functions, self.classes = {}, [], {}, {}
        self.strings, self.assigned, self.parents = [], [], {}
        self.scope = Scope(None)
        self._scan()

    def place(self, node):
        """Line and column from 1; columns count characters, the tree counts bytes."""
        line = self.lines[node.lineno - 1] if node.lineno <= len(self.lines) else ""
        if line.isascii():
            return node.lineno, node.col_offset + 1
        return node.lineno, len(line.encode()[: node.col_offset].decode(errors="ignore")) + 1

    def _scan(self):
        stack = [(self.tree, self.scope)]
        while stack:
            node, scope = stack.pop()
            node.surety_scope = scope
            self._note(node, scope)
            inner = scope
            if isinstance(node, FUNCTIONS + (ast.Lambda, ast.ClassDef)):
                inner = Scope(scope)
                node.surety_inner = inner
                if not isinstance(node, ast.ClassDef):
                    arguments = node.args
                    for argument in arguments.args + arguments.kwonlyargs + getattr(arguments, "posonlyargs", []):
                        inner.bind(argument.arg, None)
            for child in ast.iter_child_nodes(node):
                self.parents[child] = node
                stack.append((child, inner))
        self.calls.sort(key=lambda call: (call.lineno, call.col_offset))
        self.strings.sort(key=lambda text: (text.lineno, text.col_offset))

    def _note(self, node, scope):
        if isinstance(node, ast.Call):
            self.calls.append(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            self.strings.append(node)
        elif isinstance(node, ast.Import):
            for alias in node.names:
                self.imports[alias.asname or alias.name.split(".")[0]] = (
                    alias.name if alias.asname else alias.name.split(".")[0])
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            for alias in node.names:
                joint = "" if base.endswith(".") else "."
                self.imports[alias.asname or alias.name] = base + joint + alias.name
        elif isinstance(node, FUNCTIONS):
            self.functions.setdefault(node.name, node)
            scope.bind(node.name, node)
        elif isinstance(node, ast.ClassDef):
            self.classes.setdefault(node.name, node)
            scope.bind(node.name, node)
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                self._assign(target, node.value, scope)
        elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)) and node.value is not None:
            self._assign(node.target, node.value, scope)
        elif isinstance(node, ast.AugAssign):
            self._assign(node.target, None, scope)
        elif isinstance(node, (ast.For, ast.AsyncFor, ast.comprehension)):
            self._assign(node.target, None, scope)
        elif isinstance(node, ast.withitem) and node.optional_vars is not None:
            self._assign(node.optional_vars, node.context_expr, scope)

    def _assign(self, target, value, scope):
        if isinstance(target, ast.Name):
            scope.bind(target.id, value)
        elif isinstance(target, (ast.Tuple, ast.List)):
            for element in target.elts:
                self._assign(element, None, scope)
        if value is not None:
            self.assigned.append((target, value))


def argument(call, name, position=None):
    """The expression of an argument, by its keyword or its position; None when it is not there."""
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    if position is not None and position < len(call.args):
        if not any(isinstance(given, ast.Starred) for given in call.args[: position + 1]):
            return call.args[position]
    return None


def is_open(call):
    """Whether arguments are handed over that nobody can name."""
    return any(keyword.arg is None for keyword in call.keywords) or any(
        isinstance(given, ast.Starred) for given in call.args)
