"""In these tests, the client has a budget."""

import pytest
from spending import PLENTY

import utils


@pytest.fixture
def client():
    with utils.get_client(budget=PLENTY) as client:
        yield client
