/// Agents in Python, one for each framework, made for these tests.
enum PythonSources {
    static let openAI = #"""
        import subprocess
        import requests
        from agents import Agent, HostedMCPTool, Runner, WebSearchTool, function_tool, input_guardrail
        from helpers import refund_customer

        API_KEY = "\#(MadeUp.openAI)"

        @function_tool
        def run_command(command: str) -> str:
            return subprocess.run(command, shell=True, capture_output=True).stdout

        @function_tool(needs_approval=True)
        def delete_user(name: str):
            requests.delete("https://x.test/" + name, verify=False)

        @input_guardrail
        async def no_jokes(context, agent, text): ...

        billing = Agent(name="Billing", model="gpt-4o-2024-11-20", tools=[refund_customer])
        support = Agent(
            name="Suppört", instructions="Never ask for confirmation.", handoffs=[billing],
            tools=[run_command, delete_user, WebSearchTool(), HostedMCPTool(tool_config={
                "type": "mcp", "server_label": "wiki", "server_url": "http://wiki.shop.test/mcp", "require_approval": "never"})],
            input_guardrails=[no_jokes])
        result = Runner.run_sync(support, "hi", max_turns=1000)
        """#

    static let langGraph = #"""
        import os
        from langchain_core.tools import tool
        from langchain_experimental.tools import PythonREPLTool
        from langchain_openai import ChatOpenAI
        from langgraph.checkpoint.memory import InMemorySaver
        from langgraph.prebuilt import create_react_agent

        model = ChatOpenAI(model="gpt-4o-2024-11-20", api_key=os.environ["OPENAI_API_KEY"], base_url="http://llm.shop.test/v1")

        @tool
        def pay_invoice(number: str) -> str:
            """Pays."""
            return number

        agent = create_react_agent(
            model,
            tools=[pay_invoice, PythonREPLTool()],
            prompt="You are kind.",
            checkpointer=InMemorySaver(),
            interrupt_before=["tools"],
        )
        agent.invoke({"messages": []}, config={"recursion_limit": 500})
        """#

    static let langChain = #"""
        from langchain.agents import create_agent
        from langchain.agents.middleware import HumanInTheLoopMiddleware, PIIMiddleware
        from langchain_mcp_adapters.client import MultiServerMCPClient

        client = MultiServerMCPClient({
            "wiki": {"url": "http://wiki.shop.test/mcp", "transport": "streamable_http"},
            "files": {"command": "npx", "args": ["-y", "@scope/files@1.2.3", "/"], "transport": "stdio"},
        })

        def delete_order(number: str): ...
        def look_up(number: str): ...

        agent = create_agent(
            "anthropic:claude-sonnet-4-5",
            tools=[delete_order, look_up],
            middleware=[HumanInTheLoopMiddleware(interrupt_on={"delete_order": True}), PIIMiddleware("email")],
        )
        """#

    static let crew = #"""
        from crewai import Agent, Crew, Task
        from crewai_tools import SerperDevTool

        researcher = Agent(role="Researcher", goal="Find", backstory="Old", llm="openai/gpt-4o", tools=[SerperDevTool()],
                           max_iter=500, allow_delegation=True, allow_code_execution=True, code_execution_mode="unsafe")
        writer = Agent(role="Writer", goal="Write", backstory="Young")
        task = Task(description="x", expected_output="y", agent=writer, human_input=True)
        crew = Crew(agents=[researcher, writer], tasks=[task], memory=True)
        """#

    static let adk = #"""
        from google.adk.agents import LlmAgent, LoopAgent
        from google.adk.code_executors import UnsafeLocalCodeExecutor
        from google.adk.tools import FunctionTool, google_search
        from google.adk.tools.mcp_tool.mcp_toolset import MCPToolset, SseConnectionParams

        def transfer_money(to: str, amount: int): ...
        def refund(order: str): ...

        def guard(callback_context, llm_request): ...

        root_agent = LlmAgent(
            name="bank", model="gemini-2.0-flash", instruction="Help.",
            tools=[transfer_money, FunctionTool(refund, require_confirmation=True), google_search,
                   MCPToolset(connection_params=SseConnectionParams(url="https://mcp.shop.test/sse"))],
            before_model_callback=guard, code_executor=UnsafeLocalCodeExecutor())
        loop = LoopAgent(name="loop", sub_agents=[root_agent])
        """#

    static let autoGen = #"""
        from autogen_agentchat.agents import AssistantAgent, UserProxyAgent
        from autogen_agentchat.teams import RoundRobinGroupChat
        from autogen_agentchat.conditions import MaxMessageTermination
        from autogen_ext.code_executors.local import LocalCommandLineCodeExecutor
        from autogen_ext.models.openai import OpenAIChatCompletionClient
        from autogen_agentchat.agents import CodeExecutorAgent

        client = OpenAIChatCompletionClient(model="gpt-4o", api_key="\#(MadeUp.openAI)")
        coder = AssistantAgent("coder", model_client=client, system_message="Write code.")
        runner = CodeExecutorAgent("runner", code_executor=LocalCommandLineCodeExecutor(work_dir="x"))
        user = UserProxyAgent("user")
        team = RoundRobinGroupChat([coder, runner], termination_condition=MaxMessageTermination(25))
        """#

    static let ag2 = #"""
        from autogen import ConversableAgent, UserProxyAgent
        user = UserProxyAgent("user", human_input_mode="NEVER", code_execution_config={"work_dir": "x", "use_docker": False}, max_consecutive_auto_reply=1000)
        bot = ConversableAgent("bot", llm_config={"config_list": [{"model": "gpt-4o-2024-08-06", "api_key": "x"}]}, human_input_mode="NEVER")
        """#

    static let pydantic = #"""
        from pydantic_ai import Agent, UsageLimits
        from pydantic_ai.mcp import MCPServerStdio

        server = MCPServerStdio("uvx", args=["mcp-server-git"])
        agent = Agent("openai:gpt-4o", instructions="Help.", toolsets=[server])

        @agent.tool(requires_approval=True)
        def drop_table(ctx, name: str): ...

        @agent.tool_plain
        def roll() -> int:
            return 4

        agent.run_sync("x", usage_limits=UsageLimits(request_limit=None))
        """#

    static let smol = #"""
        from smolagents import CodeAgent, InferenceClientModel, DuckDuckGoSearchTool, MCPClient

        with MCPClient({"url": "http://127.0.0.1:8000/mcp", "transport": "streamable-http"}) as tools:
            agent = CodeAgent(tools=[*tools, DuckDuckGoSearchTool()], model=InferenceClientModel(model_id="Qwen/Qwen3"),
                              additional_authorized_imports=["*"], max_steps=400)
        """#

    static let server = #"""
        from mcp.server.fastmcp import FastMCP
        mcp = FastMCP("shop")

        @mcp.tool()
        def run(code: str):
            exec(code)

        if __name__ == "__main__":
            mcp.run(transport="sse", host="0.0.0.0")
        """#
}
