import Compliance
import Testing

@testable import Collecting

/// Of a Helm template the rules of roles are read that stand in plain YAML, and nothing is made up of the rest.
@Suite struct ChartRoleTests {
    private static let template = """
        {{- /* define "x" */ -}}
        {{- define "shop.writer" -}}
        - apiGroups:
          - kagent.dev
          resources:
          - agents
          verbs: [create]
        - apiGroups: [""]
          resources: ["*"]
          verbs: [create, delete]
        {{- end -}}
        {{- if .Values.rbac.all }}
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: {{ include "shop.name" . }}-writer
        rules:
          {{- include "shop.writer" . | nindent 2 }}
          - apiGroups: [apps]
            resources: [deployments]
            verbs: [patch]
        {{- end }}
        """

    private func chart(_ text: String, at path: String = "chart/templates/role.yaml") throws -> Evidence {
        try Workspace([
            path: text, "a.yaml": "apiVersion: kagent.dev/v1alpha2\nkind: Agent\nmetadata: { name: a }\nspec: {}\n",
        ]).collect()
    }

    @Test func rulesInPlainYAMLAreReadWithTheirLines() throws {
        let evidence = try chart(Self.template)
        #expect(evidence.faults == [])
        let id = AgentID("kagent@chart#controller")
        #expect(evidence.agents == [AgentID("kagent@.#a"), id])
        let rules = evidence[.permission].filter { $0.agent == id }
        #expect(rules.map(\.line) == [3, 8, 19])
        #expect(rules.map { $0["hazard"].text } == ["write", "privilege", "arbitrary-code"])
        #expect(
            rules.map { $0["rule"].text } == [
                "ClusterRole shop.writer: create agents",
                "ClusterRole shop.writer: create,delete * (with serviceaccounts/token, pods/exec)",
                "ClusterRole role.yaml: patch deployments (rendered under a condition)",
            ])
        let account = try #require(evidence[.credential].first { $0.agent == id })
        #expect(account["scope_breadth"] == "broad")
        #expect(account.line == 14)
        let file = try #require(evidence.artifact("chart/templates/role.yaml"))
        #expect(file["status"] == "read")
        #expect(file["reason"].text?.contains("`helm template`") == true)
        #expect(evidence.hasUnreadFiles)
        #expect(!evidence[.coverage].contains { $0.agent == id && $0["completeness"] == "complete" })
    }

    /// What a chart says of the controller is nothing that an agent elsewhere was not seen in.
    @Test func otherAgentsAreSeenAsBefore() throws {
        let evidence = try chart(Self.template)
        let own = evidence[.coverage].filter { $0.agent == AgentID("kagent@.#a") }
        #expect(!own.contains { $0["reason"].text?.contains("template") == true })
        #expect(own.first { $0["table_name"] == "sandbox" }?["completeness"] == "partial")
        let controller = evidence[.coverage].filter { $0.agent == AgentID("kagent@chart#controller") }
        #expect(Set(controller.map { $0["table_name"].text }) == ["permission", "credential"])
    }

    /// A template without rules may hold an agent, and one of roles may be about any account.
    @Test func whatIsNotReadStaysOpen() throws {
        let agent = "apiVersion: kagent.dev/v1alpha2\nkind: Agent\nmetadata: { name: a }\nspec: { declarative: {} }\n"
        let evidence = try Workspace([
            "a/a.yaml": agent, "b/t.yaml": "apiVersion: kagent.dev/v1alpha2\nkind: Agent\n{{- if .x }}\n",
            "c/r.yaml": "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\n{{- if .x }}\n",
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence.agents == [AgentID("kagent@a#a"), AgentID("kagent@b")])
        #expect(evidence.artifact("b/t.yaml")?["status"] == "refused")
        let own = evidence[.coverage].filter { $0.agent == AgentID("kagent@a#a") }
        #expect(own.first { $0["table_name"] == "permission" }?["reason"].text?.contains("c/r.yaml") == true)
        #expect(own.first { $0["table_name"] == "tool" }?["completeness"] == "complete")
        #expect(evidence[.coverage].allSatisfy { $0.agent != AgentID("kagent@b") || $0["completeness"] != "complete" })
    }

    /// A rule that an action goes on with is not known whole.
    @Test(arguments: [
        "- apiGroups: [\"\"]\n  resources: [secrets]\n  verbs: [get]\n  {{- with .x }}\n  resourceNames: [a]\n  {{- end }}",
        "- apiGroups: [\"\"]\n  resources: [secrets]\n  verbs: [get]\n  resourceNames: [{{ .x }}]",
        "- verbs: [get]\n  apiGroups: [\"\"]\n  resources: [secrets]\n  resourceNames:\n  {{- toYaml .x | nindent 2 }}",
        "- apiGroups: [\"\"]\n  resources:\n  {{- toYaml .x | nindent 2 }}\n  verbs: [get]",
        "{{- /*\n- apiGroups: [\"\"]\n  resources: [secrets]\n  verbs: [get]\n*/ -}}",
        "# - apiGroups: [\"\"]", "- apiGroups: [", "- apiGroups: [\"\"]\n  resources: [a]\n  verbs: []",
    ])
    func whatIsCutIsNotRead(rules: String) throws {
        let evidence = try chart("{{- define \"kagent.x\" }}\n\(rules)\n{{- end }}\nx: {{ .y }}\n")
        #expect(evidence.faults == [])
        #expect(evidence[.permission].isEmpty)
    }

    @Test func aChartWithoutAgentsIsReadToo() throws {
        let evidence = try Workspace(["chart/templates/role.yaml": Self.template]).collect()
        #expect(evidence.agents == [AgentID("kagent@chart#controller")])
        #expect(evidence[.permission].count == 3)
    }

    @Test func chartsOfOthersAreLeftAlone() throws {
        let evidence = try chart(Self.template.replacing("kagent.dev", with: "shop.test"))
        #expect(evidence.agents == [AgentID("kagent@.#a")])
    }

    @Test func secretsOfATemplateStay() throws {
        let evidence = try chart(
            Self.template.replacing("verbs: [patch]", with: "verbs: [patch] # \(MadeUp.github)"))
        #expect(!evidence.texts.contains { $0.contains(MadeUp.github) })
    }
}
