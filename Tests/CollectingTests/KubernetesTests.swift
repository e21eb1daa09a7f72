import Compliance
import Testing

@testable import Collecting

@Suite struct KubernetesTests {
    private static let open = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: bot, namespace: ai }
        spec:
          template:
            metadata: { labels: { app: bot } }
            spec:
              serviceAccountName: bot
              hostPID: true
              volumes:
                - { name: sock, hostPath: { path: /run/containerd/containerd.sock } }
              containers:
                - name: agent
                  image: shop/agent:1.2.0
                  securityContext:
                    runAsUser: 0
                    capabilities: { add: [NET_ADMIN] }
                  volumeMounts: [{ name: sock, mountPath: /s }]
                  env:
                    - name: ANTHROPIC_API_KEY
                      valueFrom: { secretKeyRef: { name: keys, key: a } }
                - name: proxy
                  image: envoy:1
        """

    private static let rights = """
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: bot
          namespace: ai
          annotations:
            eks.amazonaws.com/role-arn: arn:aws:iam::123456789012:role/bot
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: { name: b }
        subjects: [{ kind: ServiceAccount, name: bot, namespace: ai }]
        roleRef: { kind: ClusterRole, name: cluster-admin }
        """

    @Test func openWorkload() throws {
        let evidence = try Workspace(["d.yaml": Self.open, "rbac.yaml": Self.rights]).collect()
        #expect(evidence.faults == [])
        #expect(evidence.agents == [AgentID("kubernetes@.#bot/agent")])
        let sandbox = try #require(evidence[.sandbox].first)
        #expect(sandbox["escapable"] == true)
        #expect(sandbox["weakened"] == true)
        #expect(sandbox["runs_as_root"] == true)
        #expect(sandbox["capabilities"] == "added")
        #expect(sandbox["network"] == "open")
        #expect(sandbox["line"] == 16)
        #expect(evidence[.credential].first { $0["detector"] == "docker-socket" }?["line"] == 18)
        let account = try #require(evidence[.credential].first { $0["detector"] == "service-account" })
        #expect(account["scope_breadth"] == "any")
        #expect(account["line"] == 8)
        let role = try #require(evidence[.credential].first { $0["detector"] == "iam-role" })
        #expect(role["principal"] == "arn:aws:iam::123456789012:role/bot")
        #expect(role["line"] == 7)
        #expect(evidence[.credential].contains { $0["name"] == "ANTHROPIC_API_KEY" && $0["storage"] == "vault" })
        #expect(evidence[.permission].map { $0["hazard"].text } == ["privilege"])
        #expect(evidence[.budget].map { $0["value"] } == [.null, .null])
    }

    @Test func roleOfTheAccountIsJoined() throws {
        let evidence = try Workspace([
            "d.yaml": Self.open, "rbac.yaml": Self.rights,
            "role.json": """
            {"RoleName": "bot", "PolicyName": "p", "PolicyDocument": {"Version": "2012-10-17",
             "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}}
            """,
        ]).collect()
        #expect(evidence[.credential].first { $0["detector"] == "iam-role" }?["scope_breadth"] == "any")
        #expect(evidence[.permission].contains { $0.artifact == "role.json" && $0["hazard"] == "privilege" })
    }

    @Test(arguments: [
        ("policyTypes: [Egress]", "none"), ("policyTypes: [Ingress]", "open"),
        ("policyTypes: [Egress]\n  egress: [{ to: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }]", "allowlist"),
        ("policyTypes: [Egress]\n  egress: [{ to: [{ ipBlock: { cidr: 0.0.0.0/0 } }] }]", "open"),
        ("policyTypes: [Egress]\n  egress: [{}]", "open"),
    ])
    func networkPolicies(lines: String, network: String) throws {
        let policy = """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: { name: p, namespace: ai }
            spec:
              podSelector: { matchLabels: { app: bot } }
              \(lines)
            """
        let evidence = try Workspace(["d.yaml": Self.open, "p.yaml": policy]).collect()
        #expect(evidence.faults == [])
        #expect(evidence[.sandbox].first?["network"] == Value(network))
        let other = try Workspace(["d.yaml": Self.open, "p.yaml": policy.replacing("app: bot", with: "app: x")])
            .collect()
        #expect(other[.sandbox].first?["network"] == "open")
    }

    @Test func closedJob() throws {
        let evidence = try Workspace([
            "j.yaml": """
            apiVersion: batch/v1
            kind: CronJob
            metadata: { name: nightly }
            spec:
              schedule: "0 3 * * *"
              jobTemplate:
                spec:
                  activeDeadlineSeconds: 600
                  template:
                    spec:
                      automountServiceAccountToken: false
                      securityContext: { runAsNonRoot: true }
                      containers:
                        - name: agent
                          image: shop/claude-code@sha256:abc
                          securityContext:
                            readOnlyRootFilesystem: true
                            capabilities: { drop: [ALL] }
                          resources:
                            limits: { memory: 512Mi, cpu: 500m }
            """
        ]).collect()
        #expect(evidence.faults == [])
        let sandbox = try #require(evidence[.sandbox].first)
        #expect(sandbox["escapable"] == false)
        #expect(sandbox["runs_as_root"] == false)
        #expect(sandbox["capabilities"] == "dropped")
        #expect(sandbox["filesystem"] == "read-only")
        #expect(evidence[.trigger].first?["kind"] == "schedule")
        #expect(evidence[.trigger].first?["line"] == 5)
        #expect(evidence[.budget].map { $0["value"] } == [.real(600), .real(536_870_912), .real(0.5)])
        #expect(evidence[.component].first?["pin"] == "digest")
        #expect(!evidence[.credential].contains { $0["detector"] == "service-account" })
    }

    @Test func otherWorkloadsAreLeftAlone() throws {
        let evidence = try Workspace([
            "d.yaml": Self.open.replacing("ANTHROPIC_API_KEY", with: "LOG"), "rbac.yaml": Self.rights,
        ]).collect()
        #expect(evidence[.artifact].isEmpty)
    }

    @Test func templatesAreRefused() throws {
        let evidence = try Workspace([
            "d.yaml": Self.open, "t.yaml": "apiVersion: v1\n{{- if .x }}\ncontainers: goose\n",
        ]).collect()
        #expect(evidence.artifact("t.yaml")?["status"] == "refused")
        #expect(!evidence.completeness("sandbox").contains("complete"))
    }
}
