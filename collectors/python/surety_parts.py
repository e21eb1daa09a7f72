"""Parts that the frameworks have in common: models, MCP servers, instructions, bounds, memory, callbacks."""
import ast
import re

from surety_names import is_pinned, provider_of
from surety_record import plain
from surety_source import UNKNOWN, Environment, argument

RUNNERS = {"npx": "npx", "uvx": "uvx", "bunx": "npx", "pnpx": "npx", "docker": "docker", "podman": "docker",
           "node": "node", "python": "python", "python3": "python", "uv": "python", "bash": "shell", "sh": "shell"}
PROVIDERS = {"ChatOpenAI": "OpenAI", "OpenAI": "OpenAI", "AsyncOpenAI": "OpenAI", "ChatAnthropic": "Anthropic",
             "ChatGoogleGenerativeAI": "Google", "AzureChatOpenAI": "Azure OpenAI", "ChatOllama": "Ollama",
             "ChatBedrock": "Amazon Bedrock", "ChatGroq": "Groq", "ChatMistralAI": "Mistral",
             "OpenAIChatCompletionClient": "OpenAI", "AzureOpenAIChatCompletionClient": "Azure OpenAI",
             "AnthropicChatCompletionClient": "Anthropic", "OllamaChatCompletionClient": "Ollama",
             "OpenAIChatModel": "OpenAI", "OpenAIModel": "OpenAI", "AnthropicModel": "Anthropic", "GoogleModel": "Google",
             "InferenceClientModel": "Hugging Face", "HfApiModel": "Hugging Face", "OpenAIServerModel": "OpenAI",
             "AnthropicChat": "Anthropic", "Gemini": "Google", "Claude": "Anthropic"}


def model(site, module, node, default=None):
    """A model: its name as a text, or the call that makes its client."""
    if node is None:
        site.row("model", actor=site.actor, provider=default)
        return
    where, inner = site.project.resolve(module, node)
    if isinstance(inner, ast.Call) and not isinstance(site.project.literal(where, inner), Environment):
        return client(site, where, inner, default)
    text = site.project.text(where, inner)
    if text is None:
        site.row_at("model", module, node, actor=site.actor, provider=default)
        return
    provider, name = provider_of(text)
    site.row_at("model", module, node, actor=site.actor, provider=provider or default, name=name,
                pinned=is_pinned(name))


def client(site, module, call, default=None):
    """A model's client: `ChatOpenAI(model=…, base_url=…)` and its like."""
    last = site.project.name(module, call.func).rsplit(".", 1)[-1]
    given = None
    for name in ("model", "model_name", "model_id", "deployment_name", "azure_deployment"):
        given = given or argument(call, name)
    if given is None and call.args:
        given = call.args[0]
    text = site.project.text(module, given) if given is not None else None
    provider, name = provider_of(text) if text else (None, None)
    endpoint = None
    for key in ("base_url", "api_base", "endpoint", "azure_endpoint", "openai_api_base"):
        value = argument(call, key)
        endpoint = endpoint or (value is not None and site.project.text(module, value)) or None
    site.row_at(
        "model", module, call, actor=site.actor, provider=PROVIDERS.get(last) or provider or default, name=name,
        pinned=is_pinned(name) if name else None, endpoint=endpoint,
        endpoint_tls=endpoint.startswith("https") if endpoint else None)


def instruction(site, module, node, kind="instructions", name=None):
    """A text that instructs the agent."""
    if node is None:
        return
    text = site.project.text(module, node)
    if text is None:
        site.unsure("instructions are computed", "instruction")
        return
    where, inner = site.project.resolve(module, node)
    place = inner if isinstance(inner, (ast.Constant, ast.BinOp, ast.Call)) else node
    site.recorder.instruction(site.agent, name or site.actor, where, place, text, kind)


def budget(site, module, node, kind, unit, default=None, actor=None):
    """A bound; the framework's own where the code sets none, null where that has none either."""
    value = default if node is None else site.project.number(module, node)
    if node is not None and value is None and site.project.literal(module, node) is not None:
        site.unsure("a bound is computed", "budget")
        return
    columns = {"actor": actor or site.actor, "kind": kind, "value": value, "unit": unit}
    if node is None:
        site.row("budget", **columns)
    else:
        site.row_at("budget", module, node, **columns)


def callbacks(site, stages):
    """Functions that stand in the path of input, output or tools."""
    for name, stage in stages.items():
        value = site.argument(name)
        if value is None or site.project.literal(site.module, value) is None:
            continue
        elements, whole = site.project.elements(site.module, value)
        if not whole:
            elements = [(site.module, value)]
        for module, element in elements:
            title = site.project.name(module, element).replace("()", "") or name
            site.row_at("guardrail", module, element, stage=stage, provider="%s: %s" % (name, title.rsplit(".", 1)[-1]))


def delegations(site, name, transport="in-process"):
    """Agents that this one can hand work to."""
    value = site.argument(name)
    if value is None:
        return
    elements, whole = site.project.elements(site.module, value)
    if not whole:
        site.unsure("the agents it hands work to are computed", "delegation")
    for module, element in elements:
        where, inner = site.project.resolve(module, element)
        title = None
        if isinstance(inner, ast.Call):
            value = argument(inner, "name")
            title = site.project.text(where, value) if value is not None else None
            if title is None and site.project.name(where, inner.func).endswith("handoff") and inner.args:
                title = _spelled(inner.args[0])
        site.row_at("delegation", module, element, peer=title or _spelled(element) or "agent", transport=transport)


def _spelled(node):
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else None


def server(site, module, node, spec, name=None, approved="all", scope="all", transport=None):
    """An MCP server as a map of literals: a command with arguments, or an address."""
    get = lambda *keys: next((spec[key] for key in keys if spec.get(key) not in (None, UNKNOWN)), None)
    url, command = get("url", "server_url", "endpoint"), get("command")
    columns = {
        "client": site.framework.NAME, "enabled": True, "auto_approved": approved, "tool_scope": scope,
        "injects_code": any(key in ("NODE_OPTIONS", "LD_PRELOAD", "PYTHONSTARTUP", "PYTHONPATH")
                            for key in (get("env") if isinstance(get("env"), dict) else {})),
        "shell_expansion": False, "timeout_seconds": plain(get("timeout")) if isinstance(
            get("timeout"), (int, float)) else None}
    if isinstance(url, str):
        columns.update(_remote(url, transport, get("headers"), "headers" in spec or "auth" in spec))
    elif isinstance(command, str):
        words = [word for word in (get("args") if isinstance(get("args"), list) else []) if isinstance(word, str)]
        columns.update(_local(command, words))
    elif url is None and command is None:
        site.unsure("the address or command of an MCP server is computed", "mcp_server")
        columns["transport"] = transport
    elif isinstance(url, Environment):
        columns.update(transport=transport or "http", host_kind="variable", url="${%s}" % url.name)
    title = name or get("name", "server_label") or columns.get("host") or columns.get("package") or command or "mcp"
    title = title if isinstance(title, str) else "mcp"
    site.row_at("mcp_server", module, node, name=title, **columns)
    site.row_at("tool", module, node, actor=site.actor, name="*", origin="mcp", server=title,
                approval={"all": "never", "none": "always"}.get(approved, "on-risk"))
    return title


def _remote(url, transport, headers, has_auth):
    host = re.sub(r"^\w+://", "", url).split("/")[0].split("@")[-1].rsplit(":", 1)[0] or url
    kind = ("variable" if re.search(r"[{}$]", host) else "loopback" if host in ("localhost", "127.0.0.1", "[::1]")
            else "tunnel" if re.search(r"(ngrok|trycloudflare|loca\.lt|serveo)", host)
            else "private" if re.match(r"(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|[^.]+$", host) else "public")
    tls = url.startswith(("https", "wss"))
    auth = "header" if isinstance(headers, dict) and headers else None if has_auth else "none"
    if isinstance(headers, dict) and any(str(key).lower() == "authorization" for key in headers):
        auth = "bearer"
    return {"transport": transport or ("sse" if url.rstrip("/").endswith("/sse") else "http"), "url": url, "host": host,
            "host_kind": kind, "tls": tls, "tls_verified": True if tls else None, "auth": auth,
            "filesystem_reach": "none"}


def _local(command, words):
    program = command.rsplit("/", 1)[-1]
    launcher = RUNNERS.get(program, "binary" if "/" in command else "other")
    columns = {"transport": "stdio", "command": " ".join([command] + words), "launcher": launcher}
    folders = [word for word in words if word.startswith(("/", "~", "."))]
    columns["filesystem_reach"] = ("root" if "/" in folders else "home" if any(
        re.match(r"(~|/home/[^/]+|/root|/Users/[^/]+)/?$", word) for word in folders) else "workspace" if any(
        word in (".", "./") for word in folders) else "other" if folders else "none")
    if launcher in ("npx", "uvx"):
        package = next((word for word in words if not word.startswith("-")), None)
        if package:
            head, sign, version = package.rpartition("@") if launcher == "npx" else package.rpartition("==")
            named, version = (head, version) if sign and head else (package, None)
            exact = bool(version and re.match(r"v?\d+(\.\d+)+$", version))
            columns.update(package=named, version=version, source="registry",
                           pin="exact" if exact else "range" if version and re.search(r"\d", version) else "none")
    elif launcher == "docker":
        image = next((word for word in words[1:] if not word.startswith("-") and ("/" in word or ":" in word)), None)
        if image:
            columns.update(package=image.split("@")[0], source="registry",
                           pin="digest" if "@sha256:" in image else "none", version=image.rpartition("@")[2] if
                           "@" in image else None)
    else:
        columns.update(pin="local", source="local")
    return columns


def executor(site, module, node, name, call=None):
    """What runs generated code."""
    last = name.rsplit(".", 1)[-1]
    if last in ("LocalCommandLineCodeExecutor", "UnsafeLocalCodeExecutor", "LocalPythonExecutor", "JupyterCodeExecutor"):
        columns = {"kind": last, "enabled": False}
    elif "Docker" in last or "Container" in last or "Gke" in last:
        columns = {"kind": last, "enabled": True, "required": True, "escapable": False}
    elif last in ("BuiltInCodeExecutor", "VertexAiCodeExecutor", "AgentEngineSandboxCodeExecutor",
                  "ACADynamicSessionsCodeExecutor", "E2BExecutor"):
        columns = {"kind": "%s, at the provider" % last, "enabled": True, "required": True, "escapable": False,
                   "filesystem": "workspace"}
    else:
        columns = {"kind": last or "code executor"}
    site.row_at("sandbox", module, node, **columns)
    site.row_at("tool", module, node, actor=site.actor, name=last or "code executor", origin="built-in",
                effect="execute", approval="never")
    site.recorder.see(site.agent, "sandbox")
