"""Takes down agents, rows, files and coverage, and writes them by the protocol of collectors (COLLECTORS.md)."""
import hashlib
import json
import re
import unicodedata

from surety_source import UNKNOWN, Environment

TABLES = ["tool", "mcp_server", "model", "budget", "approval", "guardrail", "memory", "delegation", "credential",
          "sandbox", "instruction", "telemetry", "setting", "trigger"]
# What is seen in full unless something is computed; the others depend on what is not in these files.
WHOLE = ["tool", "mcp_server", "model", "budget", "approval", "guardrail", "memory", "delegation", "instruction"]
IN_PART = {
    "credential": "only the files that define agents are looked through for secrets",
    "telemetry": "variables of the environment decide it too",
    "sandbox": "where the program runs does not stand in its code",
    "setting": "only the options that switch a protection off are taken down",
}
OVERRIDES = re.compile(
    r"(ignore|disregard|override|forget)\s+(all\s+|any\s+)?(previous|prior|above|earlier|other|safety|system)\s+"
    r"(instructions|rules|prompts?|policies)|without\s+(asking|confirmation|approval)|"
    r"(never|do not|don't)\s+ask\s+(for\s+)?(the\s+user|a\s+person|confirmation|approval|permission)", re.I)
REMOTE = re.compile(r"(fetch|download|load|follow|read)\b[^.\n]{0,60}(instructions|rules|prompt)[^.\n]{0,60}https?://|"
                    r"(fetch|download|load|follow|read)\b[^.\n]{0,60}https?://[^\s]{0,120}(instructions|rules|prompt)", re.I)


class Recorder:
    """What was found so far."""

    def __init__(self, known):
        self.known, self.rows, self.agents, self.partial, self.files = set(known), [], {}, {}, {}
        self.closed, self.written = set(), set()

    def declare(self, agent, product, module, node, kind="application", plans=True):
        if agent in self.agents:
            return
        self.agents[agent] = module.path
        if agent in self.known:
            return
        self.row("agent", agent, module, node, name="main", product=product, kind=kind, level="project", plans=plans)

    def row(self, table, agent, module, node, **columns):
        line, column = module.place(node)
        row = {"table": table, "agent": agent, "artifact": module.path, "line": line, "column": column}
        row.update({key: whole(value) for key, value in columns.items() if value is not None})
        key = tuple(row.items())
        if key not in self.written:
            self.written.add(key)
            self.rows.append(row)
        self.read(module.path, agent)

    def read(self, path, agent=None):
        if agent or path not in self.files:
            self.files.setdefault(path, agent)
            self.files[path] = self.files[path] or agent

    def unsure(self, agent, reason, *tables):
        """Something is computed: these tables were seen in part."""
        for table in tables:
            reasons = self.partial.setdefault((agent, table), [])
            if reason not in reasons and len(reasons) < 5:
                reasons.append(reason)

    def see(self, agent, table):
        """A table that is otherwise seen in part was seen in full."""
        self.closed.add((agent, table))

    def instruction(self, agent, name, module, node, text, kind="instructions"):
        hidden = sum(1 for letter in text if unicodedata.category(letter) == "Cf" and letter != "\u00ad")
        self.row(
            "instruction", agent, module, node, kind=kind, name=name, sha256=hashlib.sha256(text.encode(
                "utf-8", "surrogatepass")).hexdigest(), bytes=len(text.encode("utf-8", "surrogatepass")),
            imports_remote=bool(REMOTE.search(text)), hidden_characters=hidden,
            overrides=bool(OVERRIDES.search(text)), runs_shell=False)

    def coverage(self):
        for agent in sorted(self.agents):
            for table in TABLES:
                reasons = list(self.partial.get((agent, table), []))
                if table in IN_PART and (agent, table) not in self.closed:
                    reasons.append(IN_PART[table])
                whole = table in WHOLE or (agent, table) in self.closed
                if table == "trigger":
                    reasons.append("what starts the program does not stand in its code")
                    whole = False
                row = {"table": "coverage", "agent": agent, "table_name": table,
                       "completeness": "complete" if whole and not reasons else "partial"}
                if reasons:
                    row["reason"] = "; ".join(reasons)
                yield row

    def write(self, out, refused):
        lines = list(self.rows) + list(self.coverage())
        # A file that imports a framework and has to do with no agent is none of an agent's files.
        for path in sorted(path for path, agent in self.files.items() if agent):
            lines.append({"table": "artifact", "path": path, "kind": "python agent", "status": "read",
                          "agent": self.files[path]})
        for path in sorted(refused):
            problem, agent = refused[path]
            row = {"table": "artifact", "path": path, "kind": "python agent", "status": "refused",
                   "reason": problem.reason, "line": problem.line, "column": problem.column}
            if agent:
                row["agent"] = agent
            lines.append(row)
        header = {"surety": 1, "collector": "python", "version": "1", "tables": TABLES}
        for line in [header] + lines + [{"end": len(lines)}]:
            out.write(json.dumps(line) + "\n")


def whole(value):
    """A text without halves of characters, which JSON of others cannot hold."""
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def plain(value):
    """A literal as a value of a row; None for what is computed or taken from the environment."""
    return None if value is UNKNOWN or isinstance(value, (Environment, list, dict, bytes)) else value
