"""What names say: tools that pay or destroy, parts of frameworks that execute or reach the network, secrets."""
import re

# As Sources/Collecting/ToolName.swift: a name that admits to something counts.
WORDS = [
    ("payment", {"pay", "payment", "refund", "charge", "purchase", "checkout", "transfer", "payout"}),
    ("destructive", {"delete", "drop", "destroy", "purge", "truncate", "wipe", "terminate", "uninstall", "erase",
                     "revoke", "migration"}),
    ("execute", {"execute", "exec", "eval", "shell", "terminal", "bash", "powershell", "command", "script"}),
]

BUILT_IN = {
    "execute": """PythonREPLTool PythonAstREPLTool PythonREPL ShellTool BashProcess LocalShellTool CodeInterpreterTool
        ComputerTool PythonInterpreterTool PythonCodeExecutionTool BashTool E2BDataAnalysisTool
        AzureContainerAppsDynamicSessions SessionsPythonREPLTool code_execution CodeExecutionTool""",
    "network": """WebSearchTool DuckDuckGoSearchTool DuckDuckGoSearchRun DuckDuckGoSearchResults TavilySearchResults
        TavilySearch GoogleSearchTool VisitWebpageTool SerperDevTool ScrapeWebsiteTool RequestsGetTool RequestsPostTool
        google_search url_context duckduckgo_search_tool tavily_search_tool WebsiteSearchTool BraveSearch
        WikipediaQueryRun ApiWebSearchTool WebFetchTool ImageGenerationTool HttpTool load_web_page""",
    "read": "FileSearchTool ReadFileTool FileReadTool DirectoryReadTool ListDirectoryTool FileSearchTool RagTool PDFSearchTool",
    "write": "WriteFileTool FileWriterTool CopyFileTool MoveFileTool ApplyPatchTool",
    "destructive": "DeleteFileTool",
}
EFFECTS = {name: effect for effect, names in BUILT_IN.items() for name in names.split()}
# Tools whose code runs in the program's own process.
UNCONTAINED = {"PythonREPLTool", "PythonAstREPLTool", "PythonREPL", "ShellTool", "BashProcess", "BashTool"}

STRENGTH = ["read", "write", "network", "execute", "destructive", "payment"]

SECRET_NAMES = re.compile(
    r"(api_?key|apikey|auth_?token|access_?token|bearer_?token|secret(_?key)?|password|passwd|private_?key|(^|_)token|"
    r"connection_?string|credential)s?$", re.I)
ISSUERS = [
    ("anthropic-key", "api-key", re.compile(r"\bsk-ant-[\w-]{20,}")),
    ("openai-key", "api-key", re.compile(r"\bsk-(proj-|or-)?[\w-]{24,}")),
    ("stripe-key", "api-key", re.compile(r"\b[rs]k_live_\w{16,}")),
    ("github-token", "token", re.compile(r"\b(gh[opsu]_\w{30,}|github_pat_\w{30,})")),
    ("gitlab-token", "token", re.compile(r"\bglpat-[\w-]{16,}")),
    ("slack-token", "token", re.compile(r"\bxox[bp]-[\w-]{20,}")),
    ("aws-access-key", "cloud-key", re.compile(r"\bA[KS]IA[A-Z0-9]{16}\b")),
    ("google-api-key", "api-key", re.compile(r"\bAIza[\w-]{30,}")),
    ("huggingface-token", "token", re.compile(r"\bhf_\w{24,}")),
    ("groq-key", "api-key", re.compile(r"\bgsk_\w{24,}")),
    ("xai-key", "api-key", re.compile(r"\bxai-\w{24,}")),
    ("private-key", "private-key", re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY")),
    ("url-password", "connection-string", re.compile(r"^\w[\w+.-]*://[^/\s:@]+:[^/\s@{}$<]+@")),
]
PLACEHOLDERS = ("your", "example", "placeholder", "changeme", "xxxx", "****", "dummy", "replace", "insert", "here",
                "todo", "redacted", "sample", "fake", "...", "1234567890")


def effect_of(name):
    """The effect that the name of a tool admits to; None when it does not tell."""
    words = {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}
    for effect, stems in WORDS:
        if words & stems:
            return effect
    return None


def strongest(*effects):
    """The strongest of some effects; None when none is known."""
    known = [effect for effect in effects if effect]
    return max(known, key=STRENGTH.index) if known else None


def secret(name, value):
    """Detector and kind of a literal that is a secret; None for everything else."""
    lowered = value.lower()
    if any(word in lowered for word in PLACEHOLDERS) or len(set(value)) <= 3:
        return None
    for detector, kind, pattern in ISSUERS:
        if pattern.search(value):
            return detector, kind
    if not name or not SECRET_NAMES.search(name) or not 4 <= len(value) <= 4096 or re.search(r"\s|^[/.~$<{]", value):
        return None
    if re.search(r"passw", name, re.I):
        return "named-password", "password"
    mixed = re.search(r"\d", value) and re.search(r"[A-Za-z]", value) and len(value) >= 8
    return ("named-secret", "token" if "token" in name.lower() else "api-key") if mixed else None


def is_pinned(model):
    """Whether the name of a model fixes one version: it ends in a date or a number of a build."""
    return bool(re.search(r"(\d{4}-\d{2}-\d{2}|\d{8}|-\d{4}|-00\d|@\d{8}|:[0-9a-f]{12,})$", model))


PROVIDERS = [("gpt", "OpenAI"), ("o1", "OpenAI"), ("o3", "OpenAI"), ("o4", "OpenAI"), ("claude", "Anthropic"),
             ("gemini", "Google"), ("mistral", "Mistral"), ("llama", "Meta"), ("grok", "xAI"), ("command", "Cohere"),
             ("deepseek", "DeepSeek"), ("qwen", "Alibaba")]


SPELLINGS = {"openai": "OpenAI", "azure": "Azure OpenAI", "azure_openai": "Azure OpenAI", "anthropic": "Anthropic",
             "google-gla": "Google", "google-vertex": "Google", "google_genai": "Google", "google_vertexai": "Google",
             "gemini": "Google", "vertex_ai": "Google", "bedrock": "Amazon Bedrock", "groq": "Groq",
             "mistral": "Mistral", "mistralai": "Mistral", "ollama": "Ollama", "ollama_chat": "Ollama",
             "huggingface": "Hugging Face", "cohere": "Cohere", "xai": "xAI", "deepseek": "DeepSeek"}


def provider_of(model):
    """Provider and name of a model: `openai:gpt-5`, `anthropic/claude-…`, or a name that is known."""
    for sign in (":", "/"):
        if sign in model and not model.startswith(("http", ".", "/")):
            head, rest = model.split(sign, 1)
            if head and rest:
                return SPELLINGS.get(head.lower(), head), rest
    for stem, provider in PROVIDERS:
        if model.lower().startswith(stem):
            return provider, model
    return None, model
