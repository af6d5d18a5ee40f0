"""The table of models: one place, asked by everyone."""

import shutil
from datetime import date
from typing import get_args

from openai.types.shared.chat_model import ChatModel
from shutdowns import announced_shutdowns

import offline
import utils
from offline import models, tables
from widgets import plans


def test_a_model_added_to_the_table_needs_no_python(tmp_path, monkeypatch):
    shutil.copytree(tables.DATA, tmp_path / "data")
    row = "gpt-7-nova: {context: 2000, efforts: [low, none], dated: [2027-01-02]}\n"
    (tmp_path / "data" / "models.yaml").write_text(row, encoding="utf-8")
    monkeypatch.setattr(tables, "DATA", tmp_path / "data")
    models.known.cache_clear()
    try:
        assert models.offered() == ["gpt-7-nova"] and models.find("gpt-7-nova-2027-01-02").context == 2000
        assert utils.default_parameters("gpt-7-nova") == {"reasoning": {"effort": "none"}, "temperature": 0.5}
        request = plans.build_request("Hello!", model="gpt-7-nova", effort="low", temperature=1)
        assert "temperature" not in request
        reply = offline.client().responses.create(**request)
        assert reply.usage.output_tokens_details.reasoning_tokens > 0
    finally:
        models.known.cache_clear()


def test_every_model_of_the_sdk_that_is_in_service_is_known():
    announced = announced_shutdowns()
    live = [name for name in get_args(ChatModel) if announced.get(name, date.max) > date(2026, 11, 25)]
    assert [name for name in live if not models.find(name)] == ["gpt-5.1-mini"]  # "not a supported model ID", says the SDK
