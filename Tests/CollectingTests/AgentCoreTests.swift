import Compliance
import Testing

@testable import Collecting

@Suite struct AgentCoreTests {
    private static let template = """
        Resources:
          Role:
            Type: AWS::IAM::Role
            Properties:
              AssumeRolePolicyDocument:
                Statement:
                  - Effect: Allow
                    Principal: { Service: bedrock-agentcore.amazonaws.com }
                    Condition: { StringEquals: { "aws:SourceAccount": !Ref "AWS::AccountId" } }
              Policies:
                - PolicyDocument:
                    Statement:
                      - { Effect: Allow, Action: "bedrock:InvokeModel", Resource: "arn:aws:bedrock:eu::m/x" }
          Runtime:
            Type: AWS::BedrockAgentCore::Runtime
            Properties:
              AgentRuntimeName: shop
              AgentRuntimeArtifact: { ContainerConfiguration: { ContainerUri: "registry.shop.test/agent:latest" } }
              RoleArn: !GetAtt Role.Arn
              NetworkConfiguration:
                NetworkMode: PUBLIC
              LifecycleConfiguration: { MaxLifetime: 3600 }
              EnvironmentVariables: { MEMORY: !Ref Memory, API_KEY: "${KEY}" }
          Memory:
            Type: AWS::BedrockAgentCore::Memory
            Properties: { EventExpiryDuration: 30 }
          Code:
            Type: AWS::BedrockAgentCore::CodeInterpreterCustom
            Properties: { NetworkConfiguration: { NetworkMode: SANDBOX } }
          Gateway:
            Type: AWS::BedrockAgentCore::Gateway
            Properties:
              Name: tools
              AuthorizerType: NONE
              PolicyEngineConfiguration: { Arn: a, Mode: LOG_ONLY }
          Target:
            Type: AWS::BedrockAgentCore::GatewayTarget
            Properties:
              GatewayIdentifier: !Ref Gateway
              Name: orders
              CredentialProviderConfigurations:
                - CredentialProviderType: API_KEY
              TargetConfiguration:
                Mcp:
                  Lambda:
                    LambdaArn: !GetAtt Function.Arn
                    ToolSchema:
                      InlinePayload:
                        - Name: delete_order
          Remote:
            Type: AWS::BedrockAgentCore::GatewayTarget
            Properties:
              GatewayIdentifier: !GetAtt Gateway.GatewayIdentifier
              Name: search
              TargetConfiguration: { Mcp: { McpServer: { Endpoint: "http://search.shop.test/mcp" } } }
          Function:
            Type: AWS::Lambda::Function
            Properties: { Role: "arn:aws:iam::123456789012:role/orders" }
        """

    @Test func runtimeOfATemplate() throws {
        let evidence = try Workspace(["t.yaml": Self.template]).collect()
        #expect(evidence.faults == [])
        #expect(evidence.agents.map(\.rawValue) == ["agentcore@.#Gateway", "agentcore@.#Runtime"])
        let own = { (table: Table) in evidence[table].filter { $0.agent.rawValue == "agentcore@.#Runtime" } }
        #expect(own(.trigger).map { $0["untrusted"] } == [false])
        #expect(own(.trigger).map { $0["kind"] } == ["caller"])
        #expect(own(.sandbox).map { $0["network"].text } == ["open", "allowlist"])
        #expect(own(.sandbox).map(\.line) == [21, 29])
        #expect(own(.memory).first?["retention_days"] == 30)
        #expect(own(.component).first?["pin"] == "none")
        #expect(own(.budget).first?["value"] == .real(3600))
        let role = try #require(own(.credential).first { $0["detector"] == "iam-role" })
        #expect(role["obtainable_by"] == "named")
        #expect(role["scope_breadth"] == "narrow")
        #expect(own(.permission).map(\.line) == [13])
        #expect(own(.credential).contains { $0["name"] == "API_KEY" && $0["storage"] == "environment" })
    }

    @Test func gatewayWithItsTargets() throws {
        let evidence = try Workspace(["t.yaml": Self.template]).collect()
        let own = { (table: Table) in evidence[table].filter { $0.agent.rawValue == "agentcore@.#Gateway" } }
        #expect(own(.trigger).map { $0["untrusted"] } == [true])
        #expect(own(.trigger).map { $0["kind"] } == ["webhook"])
        #expect(own(.mcpServer).map { $0["auth"].text } == ["none", nil])
        #expect(own(.mcpServer).map { $0["tls"] } == [true, false])
        #expect(own(.mcpServer).first?["line"] == 34)
        #expect(own(.guardrail).first?["blocking"] == false)
        #expect(own(.tool).map { $0["name"].text } == ["orders.delete_order", "search.*"])
        #expect(own(.tool).first?["effect"] == "destructive")
        #expect(own(.tool).first?["line"] == 49)
        #expect(own(.credential).contains { $0["storage"] == "vault" && $0["holder"] == "orders" })
        #expect(own(.credential).contains { $0["principal"] == "orders" && $0["holder"] == "Function" })
        #expect(evidence.completeness("tool").contains("partial"))
    }

    @Test func exportsOfTheService() throws {
        let evidence = try Workspace([
            "runtime.json": """
            {"agentRuntimeArn": "arn:r", "agentRuntimeName": "shop", "roleArn": "arn:aws:iam::123456789012:role/shop",
             "networkConfiguration": {"networkMode": "VPC"},
             "authorizerConfiguration": {"customJWTAuthorizer": {"discoveryUrl": "https://login.shop.test",
              "allowedClients": ["c"]}}}
            """,
            "gateway.json": """
            {"gatewayArn": "arn:g", "name": "tools", "authorizerType": "CUSTOM_JWT",
             "authorizerConfiguration": {"customJWTAuthorizer": {"discoveryUrl": "https://login.shop.test"}}}
            """,
        ]).collect()
        #expect(evidence.faults == [])
        #expect(evidence.agents.map(\.rawValue) == ["agentcore@.#shop", "agentcore@.#tools"])
        #expect(evidence[.trigger].map { $0["untrusted"] } == [false, true])
        #expect(evidence[.sandbox].first?["network"] == .null)
        #expect(evidence[.mcpServer].first?["auth"] == "oauth")
    }

    @Test(arguments: [
        ("t.yaml", "Resources:\n  A: { Type: AWS::BedrockAgentCore::Runtime\n"),
        ("t.json", #"{"Resources": {"A": {"Type": "AWS::BedrockAgentCore::Runtime", [ "#),
    ])
    func brokenTemplateIsRefused(path: String, text: String) throws {
        let evidence = try Workspace([path: text]).collect()
        #expect(evidence.artifact(path)?["status"] == "refused")
        #expect(!evidence[.coverage].contains { $0["completeness"] == "complete" })
    }
}
