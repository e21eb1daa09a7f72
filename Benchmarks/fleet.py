"""Generates a repository of agent folders, the same bytes for the same count.

Every folder holds what a small agent project has: Claude Code settings, MCP servers, instructions and a sub-agent. Names, hosts,
grants and versions differ from folder to folder, and one in seven is configured badly.
"""

import json
import pathlib
import sys

TEAMS = ["billing", "catalog", "data", "identity", "orders", "platform", "search", "support"]


def settings(number: int) -> dict:
    careless = number % 7 == 0
    allow = ["Bash(npm run test:*)", "Bash(git status)", f"Read(services/{number}/**)"]
    if careless:
        allow.append("Bash(*)")
    return {
        "permissions": {
            "allow": allow,
            "ask": ["Bash(git push:*)", "WebFetch"],
            "deny": [] if careless else ["Read(.env)", "Read(secrets/**)", "Bash(curl:*)"],
            "defaultMode": "acceptEdits" if number % 5 == 0 else "default",
        },
        "env": {"CLAUDE_CODE_ENABLE_TELEMETRY": "1" if number % 3 else "0", "SERVICE": f"service-{number}"},
        "sandbox": {"enabled": not careless, "network": {"allowedDomains": [f"api{number % 40}.example.com"]}},
    }


def servers(number: int) -> dict:
    scheme = "http" if number % 11 == 0 else "https"
    return {
        "mcpServers": {
            "tickets": {"type": "http", "url": f"{scheme}://mcp{number % 40}.example.com/{number}"},
            "files": {"command": "npx", "args": ["-y", f"@example/files@1.{number % 20}.0", f"services/{number}"]},
            "notes": {"command": "uvx", "args": ["notes-mcp"], "env": {"NOTES_TOKEN": "${NOTES_TOKEN}"}},
        }
    }


def write(folder: pathlib.Path, number: int) -> None:
    team = TEAMS[number % len(TEAMS)]
    (folder / ".claude" / "agents").mkdir(parents=True)
    (folder / ".claude" / "settings.json").write_text(json.dumps(settings(number), indent=2) + "\n")
    (folder / ".mcp.json").write_text(json.dumps(servers(number), indent=2) + "\n")
    (folder / "CLAUDE.md").write_text(
        f"# Service {number}\n\nOwned by {team}. Run the tests before each commit. Ask before you touch migrations.\n"
    )
    (folder / ".claude" / "agents" / "reviewer.md").write_text(
        f"---\nname: reviewer\ndescription: Reviews changes of service {number}\ntools: Read, Grep, Glob\n---\n\nRead the change; report what is wrong.\n"
    )


def generate(root: pathlib.Path, count: int) -> None:
    for number in range(count):
        write(root / "services" / f"service-{number:05}", number)


if __name__ == "__main__":
    generate(pathlib.Path(sys.argv[1]), int(sys.argv[2]))
