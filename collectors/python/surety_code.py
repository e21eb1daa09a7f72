"""What the code of a function does with what it is handed: shells, evaluators, deserialisers, certificates, effects."""
import ast

from surety_names import strongest
from surety_source import FUNCTIONS, argument

SHELLS = {"os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput",
          "asyncio.create_subprocess_shell", "commands.getoutput"}
PROCESSES = {"subprocess.run", "subprocess.call", "subprocess.Popen", "subprocess.check_output",
             "subprocess.check_call", "asyncio.create_subprocess_exec", "os.execv", "os.execvp", "os.spawnv"}
EVALUATORS = {"eval", "exec", "builtins.eval", "builtins.exec", "code.InteractiveInterpreter",
              "code.InteractiveConsole", "runpy.run_path", "importlib.util.spec_from_file_location"}
DESERIALISERS = {"pickle.load", "pickle.loads", "cPickle.loads", "dill.load", "dill.loads", "marshal.loads",
                 "joblib.load", "cloudpickle.loads", "yaml.unsafe_load", "yaml.full_load", "jsonpickle.decode",
                 "shelve.open", "pandas.read_pickle"}
DESTROYERS = {"os.remove", "os.unlink", "os.rmdir", "shutil.rmtree", "os.removedirs"}
NETWORK = ("requests.", "httpx.", "aiohttp.", "urllib.request.", "urllib3.", "smtplib.", "socket.", "boto3.", "http.client.")
PAYMENTS = ("stripe.", "paypalrestsdk.", "braintree.", "squareup.")
WORST = ["unverified-tls", "deserialization", "shell", "code"]
DEEPEST = 5


class Deeds:
    """What a function does, with the place of the worst."""

    def __init__(self):
        self.effects, self.hazard, self.module, self.node, self.asks = [], None, None, None, False

    def note(self, hazard, module, node):
        if self.hazard is None or WORST.index(hazard) > WORST.index(self.hazard):
            self.hazard, self.module, self.node = hazard, module, node


def hazard_of(project, module, call):
    """The hazard of one call; None when it has none."""
    name = project.name(module, call.func)
    first = call.args[0] if call.args else None
    is_fixed = first is not None and project.text(module, first) is not None
    if name in EVALUATORS and not is_fixed:
        return "code"
    if name in SHELLS and not is_fixed:
        return "shell"
    if name in PROCESSES:
        shell = argument(call, "shell")
        if shell is not None and project.literal(module, shell) is not False and not is_fixed:
            return "shell"
    if name in DESERIALISERS or (name == "torch.load" and project.literal(
            module, argument(call, "weights_only")) is not True):
        return "deserialization"
    if name == "yaml.load" and "Safe" not in project.name(module, argument(call, "Loader", 1) or ast.Name(
            id="", ctx=ast.Load(), surety_scope=module.scope)):
        return "deserialization"
    if name == "ssl._create_unverified_context":
        return "unverified-tls"
    for keyword in ("verify", "verify_ssl", "ssl", "check_hostname", "ssl_verify"):
        value = argument(call, keyword)
        if value is not None and project.literal(module, value) is False and (
                keyword != "ssl" or name.startswith("aiohttp.")):
            return "unverified-tls"
    return None


def _effect(project, module, call):
    name = project.name(module, call.func)
    last = name.rsplit(".", 1)[-1]
    if name in EVALUATORS or name in SHELLS or name in PROCESSES:
        return "execute"
    if name.startswith(PAYMENTS):
        return "payment"
    if name in DESTROYERS or (last in ("unlink", "rmdir") and "Path" in name):
        return "destructive"
    if name.startswith(NETWORK):
        return "network"
    if last in ("execute", "executemany", "executescript") and call.args:
        words = (project.text(module, call.args[0]) or "").split()
        if words and words[0].upper() in ("DROP", "DELETE", "TRUNCATE"):
            return "destructive"
        if words and words[0].upper() in ("INSERT", "UPDATE", "CREATE", "ALTER"):
            return "write"
    if name == "open":
        mode = project.text(module, argument(call, "mode", 1)) or "r"
        return "write" if set(mode) & set("wax+") else "read"
    if last in ("write_text", "write_bytes"):
        return "write"
    return None


def deeds(project, module, function, found=None, seen=None, depth=0):
    """What a function and the functions of the project that it calls do."""
    found = Deeds() if found is None else found
    seen = set() if seen is None else seen
    if id(function) in seen or depth > DEEPEST:
        return found
    seen.add(id(function))
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Attribute):
            if node.targets[0].attr in ("verify", "check_hostname") and project.literal(module, node.value) is False:
                found.note("unverified-tls", module, node)
        if not isinstance(node, ast.Call):
            continue
        hazard = hazard_of(project, module, node)
        if hazard:
            found.note(hazard, module, node)
        found.effects.append(_effect(project, module, node))
        name = project.name(module, node.func)
        if name in ("langgraph.types.interrupt", "input", "builtins.input") or name.endswith(".human_approval"):
            found.asks = True
        where, inner = project.resolve(module, node.func)
        if isinstance(inner, FUNCTIONS):
            deeds(project, where, inner, found, seen, depth + 1)
    return found


def effect(found, name):
    """The strongest effect, of what the code does and the name says."""
    from surety_names import effect_of

    return strongest(effect_of(name), *found.effects)
