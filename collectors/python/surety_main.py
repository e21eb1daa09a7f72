"""The collector for agents in Python: reads the files it is told to, and writes evidence as JSON lines.

Surety carries it, and runs it as `python3 -I -S`. It speaks the protocol of COLLECTORS.md; standard input names the
files, so that the folder is not walked twice.
"""
import sys

import surety_reading
from surety_project import Project
from surety_record import Recorder


def limit():
    """Bounds of its own, beside Surety's: a file made to exhaust a parser ends this process only."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        pass


def main(request):
    limit()
    sys.setrecursionlimit(3000)
    project = Project(request["root"], request["files"], request["modules"])
    prefix = request.get("prefix", "")
    strip = "@" + prefix + "/" if prefix else None
    known = [agent.replace(strip, "@", 1) if strip else agent for agent in request["known"]]
    known = [agent[: -len(prefix)] + "." if prefix and agent.endswith("@" + prefix) else agent for agent in known]
    recorder = Recorder(known)
    reading = surety_reading.Reading(project, recorder, request["projects"])
    reading.read(request["files"])
    refused = {path: (problem, reading.owner(path)) for path, problem in project.refused.items()}
    recorder.write(sys.stdout, refused)
    sys.stdout.flush()
