"""Clients that other people wrote, over real HTTP: plain, streamed, a conversation, a structured reply, a tool."""

import asyncio

import pytest
from agents import Agent as OpenAIAgent
from agents import OpenAIChatCompletionsModel, Runner, function_tool, set_tracing_disabled
from agents import OpenAIResponsesModel as OpenAIAgentsModel
from openai import AsyncOpenAI
from pydantic import BaseModel
from pydantic_ai import Agent, NativeOutput
from pydantic_ai.models.openai import OpenAIChatModel, OpenAIResponsesModel
from pydantic_ai.providers.openai import OpenAIProvider

import offline

MODEL, FRANCE = "gpt-4o-mini", "What is the capital of France?"
WEATHER = "18 degrees and cloudy"


class Person(BaseModel):
    name: str
    age: int


def get_weather(city: str) -> str:
    """Get the current weather in a city."""
    return f"{WEATHER} in {city}"


@pytest.fixture(params=[OpenAIResponsesModel, OpenAIChatModel], ids=["responses", "chat"])
def pydantic_model(request, server):
    return request.param(MODEL, provider=OpenAIProvider(base_url=server, api_key=offline.KEY))


@pytest.fixture(params=[OpenAIAgentsModel, OpenAIChatCompletionsModel], ids=["responses", "chat"])
def agents_model(request, server):
    set_tracing_disabled(True)  # it would send what happened to OpenAI
    return request.param(model=MODEL, openai_client=AsyncOpenAI(base_url=server, api_key=offline.KEY, max_retries=0))


class TestPydanticAI:
    def test_plain(self, pydantic_model):
        assert "Paris" in Agent(pydantic_model).run_sync(FRANCE).output

    def test_stream(self, pydantic_model):
        async def pieces() -> list[str]:
            async with Agent(pydantic_model).run_stream(FRANCE) as stream:
                return [piece async for piece in stream.stream_text(delta=True, debounce_by=None)]

        found = asyncio.run(pieces())
        assert len(found) > 3 and "Paris" in "".join(found)

    def test_conversation(self, pydantic_model):
        agent = Agent(pydantic_model)
        first = agent.run_sync("My name is Anna.")
        assert "Anna" in agent.run_sync("What is my name?", message_history=first.all_messages()).output

    @pytest.mark.parametrize("form", [Person, NativeOutput(Person)], ids=["by a tool", "by a schema"])
    def test_structured(self, pydantic_model, form):
        assert Agent(pydantic_model, output_type=form).run_sync("Anna is 34 years old.").output == Person(name="Anna", age=34)

    def test_tool(self, pydantic_model):
        agent = Agent(pydantic_model, tools=[get_weather])
        assert "18" in agent.run_sync("What is the weather in Paris?").output


class TestOpenAIAgents:
    def run(self, model, prompt, **options):
        return asyncio.run(Runner.run(OpenAIAgent(name="Helper", model=model, **options), prompt))

    def test_plain(self, agents_model):
        assert "Paris" in self.run(agents_model, FRANCE).final_output

    def test_stream(self, agents_model):
        async def kinds() -> list[str]:
            running = Runner.run_streamed(OpenAIAgent(name="Helper", model=agents_model), FRANCE)
            return [event.data.type async for event in running.stream_events() if event.type == "raw_response_event"]

        assert asyncio.run(kinds()).count("response.output_text.delta") > 3

    def test_conversation(self, agents_model):
        async def talk() -> str:
            agent = OpenAIAgent(name="Helper", model=agents_model)
            first = await Runner.run(agent, "My name is Anna.")
            asked = [*first.to_input_list(), {"role": "user", "content": "What is my name?"}]
            return (await Runner.run(agent, asked)).final_output

        assert "Anna" in asyncio.run(talk())

    def test_structured(self, agents_model):
        assert self.run(agents_model, "Anna is 34 years old.", output_type=Person).final_output == Person(name="Anna", age=34)

    def test_tool(self, agents_model):
        assert "18" in self.run(agents_model, "What is the weather in Paris?", tools=[function_tool(get_weather)]).final_output
