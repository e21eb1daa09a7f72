internal import Documents

/// The settings that Claude Code knows, and the levels at which it takes each.
///
/// <https://code.claude.com/docs/en/settings-reference>, version 2.1.240 (August 2026).
enum ClaudeSettingKeys {
    /// Which files may hold a setting.
    enum Scope: String {
        case any
        case managed
        case userOrManaged
        case notProject
        /// `~/.claude.json`, which is no settings file.
        case global

        /// Why a file of the level is not heard; nil when it is.
        func refusal(at level: String) -> String? {
            switch self {
            case _ where level == "template": nil
            case .any: nil
            case .managed: level == "managed" ? nil : "counts in managed settings only"
            case .userOrManaged: ["managed", "user"].contains(level) ? nil : "counts in user and managed settings only"
            case .notProject: level == "project" ? "is not taken from the shared project file" : nil
            case .global: "belongs in ~/.claude.json"
            }
        }
    }

    /// Scope by dotted path.
    static let scopes: [String: Scope] = {
        var scopes: [String: Scope] = [:]
        for (scope, names) in written {
            for name in names.split(whereSeparator: \.isWhitespace) { scopes[String(name)] = scope }
        }
        return scopes
    }()

    /// Objects in which every key is known; the others hold free keys, or are not looked into.
    static let closed: Set<String> = [
        "permissions", "sandbox", "sandbox.network", "sandbox.filesystem", "sandbox.credentials", "attribution",
        "worktree",
        "policyHelper",
    ]

    /// Where a key belongs that is often written elsewhere.
    static let homes: [String: String] = {
        var homes = ["mcpServers": ".mcp.json", "allowedTools": "permissions.allow", "deniedTools": "permissions.deny"]
        for key in scopes.keys {
            let name = String(key.split(separator: ".").last ?? "")
            let isGeneral = [
                "enabled", "disabled", "files", "path", "commit", "pr", "skills", "agents", "hooks", "mcp", "agent",
                "model", "language", "env", "remote",
            ].contains(name)
            if !isGeneral { homes[name] = key }
        }
        return homes
    }()

    /// Events that hooks can wait for: <https://code.claude.com/docs/en/hooks#hook-events>.
    static let events: Set<String> = [
        "PreToolUse", "PostToolUse", "PostToolUseFailure", "PostToolBatch", "PermissionRequest", "PermissionDenied",
        "Notification", "UserPromptSubmit", "UserPromptExpansion", "Stop", "StopFailure", "SubagentStart",
        "SubagentStop",
        "PreCompact", "PostCompact", "SessionStart", "SessionEnd", "Setup", "TeammateIdle", "TaskCreated",
        "TaskCompleted",
        "ConfigChange", "CwdChanged", "FileChanged", "WorktreeCreate", "WorktreeRemove", "InstructionsLoaded",
        "Elicitation",
        "ElicitationResult", "MessageDisplay",
    ]

    /// Whether a file of the level may say this.
    static func isHonoured(_ path: [String], at level: String) -> Bool {
        (1...max(1, path.count)).allSatisfy { length in
            scopes[path.prefix(length).joined(separator: ".")]?.refusal(at: level) == nil
        }
    }

    private static let written: [(Scope, String)] = [
        (
            .any,
            """
            $schema advisorModel agent agentPushNotifEnabled allowedHttpHookUrls allowedMcpServers
            alwaysThinkingEnabled apiKeyHelper attribution attribution.commit attribution.pr attribution.sessionUrl
            autoCompactEnabled autoCompactWindow autoMemoryDirectory autoMemoryEnabled autoScrollEnabled
            autoUpdatesChannel availableModels awaySummaryEnabled awsAuthRefresh awsCredentialExport axScreenReader
            claudeMdExcludes cleanupPeriodDays companyAnnouncements crossSessionInbound defaultShell
            deniedMcpServers disableAgentView disableAllHooks disableArtifact disableAutoMode disableBundledSkills
            disableClaudeAiConnectors disableDeepLinkRegistration disabledMcpjsonServers disableRemoteControl
            disableSkillShellExecution disableWorkflows editorMode effortLevel emojiCompletionEnabled
            enableAllProjectMcpServers enabledMcpjsonServers enabledPlugins enableWorkflows enforceAvailableModels
            env extraKnownMarketplaces fallbackModel fastMode fastModePerSessionOptIn feedbackSurveyRate
            fileCheckpointingEnabled fileSuggestion forceLoginMethod forceLoginOrgUUID gcpAuthRefresh hooks
            httpHookAllowedEnvVars includeCoAuthoredBy includeGitInstructions inputNeededNotifEnabled
            isolatePeerMachines keybindingFlavor language minimumVersion model modelOverrides otelHeadersHelper
            outputStyle permissions permissions.additionalDirectories permissions.allow permissions.ask
            permissions.blockReadsOutsideWorkingDirectories permissions.defaultMode permissions.deny
            permissions.disableAutoMode permissions.disableBypassPermissionsMode plansDirectory
            preferredNotifChannel prefersReducedMotion promptSuggestionEnabled prUrlTemplate remote
            remote.defaultEnvironmentId remoteControlAtStartup respectGitignore respondToBashCommands sandbox
            sandbox.allowUnsandboxedCommands sandbox.autoAllowBashIfSandboxed sandbox.credentials
            sandbox.credentials.envVars sandbox.credentials.files sandbox.enabled sandbox.enableWeakerNestedSandbox
            sandbox.enableWeakerNetworkIsolation sandbox.excludedCommands sandbox.failIfUnavailable
            sandbox.filesystem sandbox.filesystem.allowRead sandbox.filesystem.allowWrite
            sandbox.filesystem.denyRead sandbox.filesystem.denyWrite sandbox.ignoreViolations sandbox.network
            sandbox.network.allowAllUnixSockets sandbox.network.allowedDomains sandbox.network.allowLocalBinding
            sandbox.network.allowMachLookup sandbox.network.allowUnixSockets sandbox.network.deniedDomains
            sandbox.network.httpProxyPort sandbox.network.socksProxyPort showClearContextOnPlanAccept
            showThinkingSummaries showTurnDuration skillListingBudgetFraction skillListingMaxDescChars
            skillOverrides skipWebFetchPreflight spinnerTipsEnabled spinnerTipsOverride spinnerVerbs statusLine
            subagentStatusLine switchModelsOnFlag syntaxHighlightingDisabled teammateMode terminalProgressBarEnabled
            terminalTitleFromRename theme tui ultracode verbose viewMode voice voiceEnabled
            wheelScrollAccelerationEnabled workflowKeywordTriggerEnabled workflowSizeGuideline worktree
            worktree.baseRef worktree.bgIsolation worktree.sparsePaths worktree.symlinkDirectories
            """
        ),
        (
            .managed,
            """
            allowAllClaudeAiMcps allowedChannelPlugins allowManagedHooksOnly allowManagedMcpServersOnly
            allowManagedPermissionRulesOnly blockedMarketplaces browserExternalPageTools channelsEnabled claudeMd
            disableBrowserExternalNavigation disableCommandPluginSources disableMobileSimulatorTools
            disableSideloadFlags forceLoginGatewayUrl forceRemoteSettingsRefresh parentSettingsBehavior
            pluginSuggestionMarketplaces pluginTrustMessage policyHelper policyHelper.path
            policyHelper.refreshIntervalMs policyHelper.timeoutMs requiredMaximumVersion requiredMinimumVersion
            sandbox.bwrapPath sandbox.filesystem.allowManagedReadPathsOnly sandbox.network.allowManagedDomainsOnly
            sandbox.socatPath sshHostAllowlist strictKnownMarketplaces strictPluginOnlyCustomization
            strictPluginOnlyCustomization.agents strictPluginOnlyCustomization.hooks
            strictPluginOnlyCustomization.mcp strictPluginOnlyCustomization.skills wslInheritsWindowsSettings
            """
        ),
        (
            .userOrManaged,
            """
            askUserQuestionTimeout autoMode autoMode.classifyAllShell dialogExpiry enableArtifact footerLinksRegexes
            pluginConfigs processWrapper sandbox.allowAppleEvents sandbox.credentials.allowPlaintextInject
            sandbox.credentials.awsPairs sandbox.credentials.sigv4 sandbox.filesystem.disabled
            sandbox.network.strictAllowlist sandbox.network.tlsTerminate sandbox.ripgrep skipAutoPermissionPrompt
            spellcheck sshConfigs vimInsertModeRemaps
            """
        ),
        (
            .notProject,
            """
            skipDangerousModePermissionPrompt syncClaudeAiSkills useAutoModeDuringPlan
            """
        ),
        (
            .global,
            """
            autoConnectIde autoInstallIdeExtension diffTool externalEditorContext permissionExplainerEnabled
            teammateDefaultModel
            """
        ),
    ]
}
