internal import Documents

/// The settings that Gemini CLI knows, by the schema of August 2026.
///
/// <https://github.com/google-gemini/gemini-cli/blob/main/schemas/settings.schema.json>
enum GeminiKeys {
    /// Keys at the top, and those of objects that the schema lists in full.
    private static let known: [String: Set<String>] = [
        "": words(
            """
            $schema admin adminPolicyPaths advanced agents billing context contextManagement \
            experimental extensions general hooks hooksConfig ide mcp mcpServers model modelConfigs \
            output policyPaths privacy security skills telemetry tools ui useWriteTodos
            """),
        "general": words(
            """
            checkpointing debugKeystrokeLogging defaultApprovalMode devtools enableAutoUpdate \
            enableAutoUpdateNotification enableNotifications logRagSnippets maxAttempts \
            notificationMethod openEditorInNewWindow plan preferredEditor retryFetchErrors \
            sessionRetention topicUpdateNarration vimMode
            """),
        "privacy": words("usageStatisticsEnabled"),
        "telemetry": words(
            """
            enabled logPrompts otlpEndpoint otlpProtocol outfile target traces useCliAuth useCollector
            """),
        "model": words(
            """
            compressionThreshold disableLoopDetection maxSessionTurns name skipNextSpeakerCheck \
            summarizeToolOutput
            """),
        "tools": words(
            """
            allowed callCommand confirmationRequired core disableLLMCorrection discoveryCommand \
            exclude sandbox sandboxAllowedPaths sandboxNetworkAccess shell truncateToolOutputThreshold \
            useRipgrep
            """),
        "mcp": words("allowed excluded serverCommand"),
        "security": words(
            """
            allowedExtensions auth autoAddToPolicyByDefault blockGitExtensions disableAlwaysAllow \
            disableYoloMode enableConseca enablePermanentToolApproval environmentVariableRedaction \
            folderTrust toolSandboxing
            """),
        "advanced": words("autoConfigureMemory bugCommand dnsResolutionOrder excludedEnvVars ignoreLocalEnv"),
        "hooksConfig": words("disabled enabled notifications"),
        "skills": words("disabled enabled"),
        "extensions": words("disabled workspacesWithMigrationNudge"),
        "agents": words("browser overrides"),
        "context": words(
            """
            discoveryMaxDirs fileFiltering fileName importFormat includeDirectories \
            includeDirectoryTree loadMemoryFromIncludeDirectories memoryBoundaryMarkers
            """),
        "general.checkpointing": words("enabled"),
        "general.sessionRetention": words("enabled maxAge maxCount minRetention"),
        "security.folderTrust": words("enabled"),
        "security.environmentVariableRedaction": words("allowed blocked enabled"),
        "security.auth": words("enforcedType selectedType useExternal"),
        "tools.shell": words(
            """
            backgroundCompletionBehavior enableInteractiveShell enableShellOutputEfficiency \
            inactivityTimeout pager showColor
            """),
    ]

    private static func words(_ text: String) -> Set<String> {
        Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }

    /// Where settings of the first layout moved; at the top they do nothing any more.
    private static let homes: [String: String] = [
        "autoAccept": "general.defaultApprovalMode", "sandbox": "tools.sandbox", "coreTools": "tools.core",
        "excludeTools": "tools.exclude", "allowedTools": "tools.allowed", "folderTrust": "security.folderTrust.enabled",
        "disableYoloMode": "security.disableYoloMode", "allowMCPServers": "mcp.allowed",
        "excludeMCPServers": "mcp.excluded", "usageStatisticsEnabled": "privacy.usageStatisticsEnabled",
        "contextFileName": "context.fileName", "maxSessionTurns": "model.maxSessionTurns",
        "toolDiscoveryCommand": "tools.discoveryCommand", "toolCallCommand": "tools.callCommand",
        "checkpointing": "general.checkpointing", "includeDirectories": "context.includeDirectories",
    ]

    private static let values: [String: Set<String>] = [
        "general.defaultApprovalMode": ["default", "auto_edit", "plan"]
    ]

    private static let booleans: Set<String> = [
        "security.disableYoloMode", "security.disableAlwaysAllow", "security.folderTrust.enabled",
        "security.toolSandboxing", "telemetry.enabled", "tools.sandboxNetworkAccess", "hooksConfig.enabled",
    ]

    private static let server: Set<String> = words(
        """
        command args env cwd url httpUrl headers tcp type timeout trust description includeTools excludeTools \
        extension oauth authProviderType targetAudience targetServiceAccount
        """)

    /// What is wrong with a leaf, in the words of the column `setting.status`; nil when the product takes it.
    static func problem(_ keys: [String], _ node: Node, level: String) -> (String, String)? {
        if level == "template" { return ("not-honoured", "an extension in a repository is not an installed one") }
        let path = keys.joined(separator: ".")
        if keys[0] == "admin" {
            return ("not-honoured", "administrators set this from remote; Gemini CLI ignores it in files")
        }
        if path.hasPrefix("security.folderTrust"), level == "project" {
            return ("not-honoured", "a project cannot say whether it is trusted")
        }
        if keys[0] == "adminPolicyPaths", level != "managed", level != "system" {
            return ("not-honoured", "only a system's settings can name administrators' policies")
        }
        for length in 1...keys.count {
            let above = keys.prefix(length - 1).joined(separator: ".")
            guard let names = known[above] else { break }
            if names.contains(keys[length - 1]) { continue }
            if length == 1, let home = homes[keys[0]] { return ("misplaced", "belongs at \(home)") }
            return ("unknown", "Gemini CLI knows no setting \(keys.prefix(length).joined(separator: "."))")
        }
        if keys[0] == "mcpServers", keys.count > 2, !server.contains(keys[2]) {
            return ("unknown", "Gemini CLI knows no \(keys[2]) of an MCP server")
        }
        if keys[0] == "hooks", keys.count > 1, !GeminiAgent.events.contains(keys[1]) {
            return ("unknown", "there is no hook event \(keys[1])")
        }
        if let text = node.string, let choice = values[path], !choice.contains(text) {
            let isYolo = path == "general.defaultApprovalMode" && text == "yolo"
            return (
                "not-honoured", isYolo ? "yolo can be chosen on the command line only" : "\(path) has no such value"
            )
        }
        if booleans.contains(path), node.boolean == nil { return ("not-honoured", "\(path) is true or false") }
        return nil
    }
}
