#!/usr/bin/env python3
"""Writes a large synthetic log of each format and measures time and peak memory of `surety collect --actions` on it.

usage: python3 Benchmarks/actions.py [--program .build/release/surety] [--megabytes 1024] [--only FORMAT]

The logs are written to a temporary folder and removed again, one after the other.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time

START = 1_795_168_800
TEXT = "The quick brown fox jumps over the lazy dog and writes what it saw into the log of the day. " * 8


def stamp(second):
    return time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(START + second))


def claude(number):
    uuid = "00000000-0000-4000-8000-%012d"
    tools = [
        ("Bash", {"command": "git status && ls -l src/%d" % number}), ("Read", {"file_path": "/w/p/src/%d.py" % number}),
        ("mcp__crm__find", {"query": TEXT[:200]}), ("Edit", {"file_path": "/w/p/a.py", "new_string": TEXT}),
    ]
    name, given = tools[number % len(tools)]
    if number % 2 == 0:
        content = [{"type": "text", "text": TEXT}, {"type": "tool_use", "id": "t%d" % number, "name": name, "input": given}]
        kind = "assistant"
    else:
        content = [{"type": "tool_result", "tool_use_id": "t%d" % (number - 1), "content": TEXT, "is_error": False}]
        kind = "user"
    return {"parentUuid": uuid % (number - 1) if number else None, "cwd": "/w/p", "sessionId": "s", "type": kind,
            "uuid": uuid % number, "timestamp": stamp(number // 3), "message": {"role": kind, "content": content}}


def codex(number):
    if number == 0:
        payload, kind = {"id": "s", "cwd": "/w/p"}, "session_meta"
    elif number % 2:
        payload = {"type": "function_call", "name": "shell", "call_id": "c%d" % number,
                   "arguments": json.dumps({"command": ["bash", "-lc", "make target%d" % number]})}
        kind = "response_item"
    else:
        payload = {"type": "function_call_output", "call_id": "c%d" % (number - 1), "output": TEXT}
        kind = "response_item"
    return {"timestamp": stamp(number // 3), "type": kind, "payload": payload}


def otlp(number):
    spans = []
    for part in range(8):
        attributes = {"gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": "tool%d" % (part % 5),
                      "gen_ai.agent.name": "shop", "gen_ai.tool.call.arguments": TEXT[:300]}
        spans.append({"traceId": "%032x" % number, "spanId": "%016x" % part, "name": "execute_tool tool%d" % (part % 5),
                      "startTimeUnixNano": str((START + number) * 10**9),
                      "attributes": [{"key": key, "value": {"stringValue": value}} for key, value in attributes.items()]})
    resource_ = {"attributes": [{"key": "service.name", "value": {"stringValue": "shop"}}]}
    return {"resourceSpans": [{"resource": resource_, "scopeSpans": [{"spans": spans}]}]}


def gateway(number):
    message = {"jsonrpc": "2.0", "id": number // 2}
    if number % 2 == 0:
        message.update(method="tools/call", params={"name": "search", "arguments": {"query": TEXT}})
    else:
        message.update(result={"content": [{"type": "text", "text": TEXT}]})
    return {"timestamp": stamp(number // 4), "server_id": "github", "payload": message}


def plain(number):
    if number == 0:
        return {"sequence": 0, "at": stamp(0), "event": "log-start"}
    return {"sequence": number, "at": stamp(number // 50), "server": "crm", "tool": "tool%d" % (number % 40),
            "target": "https://host%d.example/%d" % (number % 100, number), "decision": "allowed", "outcome": "done",
            "trace_id": "run-%d" % (number // 1000)}


FORMATS = {"claude-code": claude, "codex": codex, "otlp": otlp, "mcp-gateway": gateway, "plain": plain}


def write(path, make, size):
    """Records until the file has the size; the same arguments give the same bytes."""
    number = written = 0
    with open(path, "w") as log:
        while written < size:
            lines = [json.dumps(make(number + step), separators=(",", ":")) + "\n" for step in range(500)]
            log.writelines(lines)
            written += sum(map(len, lines))
            number += 500
    return number


def measure(program, log, project):
    """Seconds and peak memory (MB) of one run, and how many actions it counted."""
    command = [program, "collect", project, "--actions", log, "-o", "-", "--quiet"]
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    output = process.stdout.read()
    _, _, usage = os.wait4(process.pid, 0)
    evidence = json.loads(output)
    actions = sum(row["count"] for row in evidence["tables"].get("action", []))
    return time.monotonic() - start, usage.ru_maxrss / 1024, actions


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=".build/release/surety")
    parser.add_argument("--megabytes", type=int, default=1024)
    parser.add_argument("--only", choices=sorted(FORMATS))
    options = parser.parse_args()
    print("| log | size (MB) | records | actions | seconds | MB/s | peak memory (MB) |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        project = os.path.join(folder, "project", ".claude")
        os.makedirs(project)
        with open(os.path.join(project, "settings.json"), "w") as settings:
            json.dump({"permissions": {"allow": ["mcp__crm__find"], "ask": ["Bash(git push *)"]}}, settings)
        for name, make in FORMATS.items():
            if options.only not in (None, name):
                continue
            log = os.path.join(folder, "log.jsonl")
            records = write(log, make, options.megabytes << 20)
            size = os.path.getsize(log) / (1 << 20)
            seconds, memory, actions = measure(options.program, log, os.path.dirname(project))
            print("| %s | %.0f | %d | %d | %.1f | %.0f | %.0f |" % (name, size, records, actions, seconds, size / seconds, memory))
            sys.stdout.flush()
            os.remove(log)


if __name__ == "__main__":
    main()
