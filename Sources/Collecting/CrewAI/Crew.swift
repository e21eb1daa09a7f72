internal import Compliance
internal import Documents

/// One crew: the files of its folder, and what Python sets beside them.
///
/// A keyword in `crew.py` stands above the key of the YAML file
/// (<https://docs.crewai.com/en/concepts/agents#yaml-configuration-recommended>).
struct Crew {
    let agents: SourceFile?
    let tasks: SourceFile?
    let code: SourceFile?

    private static let agentKeys: Set<String> = [
        "role", "goal", "backstory", "llm", "tools", "function_calling_llm", "max_iter", "max_rpm",
        "max_execution_time", "verbose", "allow_delegation", "step_callback", "cache", "system_template",
        "prompt_template", "response_template", "max_retry_limit", "respect_context_window", "multimodal",
        "inject_date", "date_format", "reasoning", "max_reasoning_attempts", "embedder", "knowledge_sources",
        "use_system_prompt", "mcps", "apps", "a2a", "guardrail", "guardrail_max_retries", "security_config", "memory",
        "planning", "planning_config", "skills", "checkpoint", "tool_search",
    ]
    private static let taskKeys: Set<String> = [
        "description", "expected_output", "agent", "tools", "context", "async_execution", "human_input", "markdown",
        "output_file", "output_json", "output_pydantic", "create_directory", "callback", "guardrail", "guardrails",
        "guardrail_max_retries", "config", "name", "security_config", "max_retries", "response_model",
        "allow_crewai_trigger_context",
    ]

    /// What Python sets for an entry of a YAML file.
    func call(_ name: String, _ config: String, _ entry: String) -> PythonCalls.Call? {
        PythonCalls.find([name], in: code?.lines ?? []).last { call in
            guard let text = call["config"]?.text, text.contains(config) else { return false }
            return text.hasSuffix("['\(entry)']") || text.hasSuffix("[\"\(entry)\"]")
        }
    }

    /// Whether the product acts on a key of an agent.
    static func agentStatus(_ keys: [String]) -> (status: String, reason: String)? {
        guard keys.count >= 2 else { return ("unknown", "an agent is a map of keys") }
        if ["allow_code_execution", "code_execution_mode"].contains(keys[1]) {
            return ("not-honoured", "deprecated: since the code interpreter was taken out the key does nothing")
        }
        return agentKeys.contains(keys[1]) ? nil : ("unknown", "CrewAI has no key \(keys[1]) of an agent")
    }

    /// Whether the product acts on a key of a task.
    static func taskStatus(_ keys: [String]) -> (status: String, reason: String)? {
        guard keys.count >= 2 else { return ("unknown", "a task is a map of keys") }
        return taskKeys.contains(keys[1]) ? nil : ("unknown", "CrewAI has no key \(keys[1]) of a task")
    }
}
