"""Asks a server as programs that use yente-client do; prints what came as JSON. Arguments: address, token, id of an entry."""

import json
import sys

from yente_client import Client, Company, Person
from yente_client.exceptions import AuthenticationError, NotFoundError

address, token, entry = sys.argv[1:]
told = {}
with Client(base_url=address, api_key=token) as client:
    told["healthz"] = client.healthz().status
    told["readyz"] = client.readyz().status
    told["datasets"] = [dataset.name for dataset in client.datasets().datasets]
    algorithms = client.algorithms()
    told["algorithms"] = [algorithms.best, [each.name for each in algorithms.algorithms]]
    match = client.match(Company(name=["Norvik Optronics"], jurisdiction=["ru"]), datasets=["us_entity_list"], threshold=0.7, limit=3)
    told["match"] = [[each.id, each.caption, each.schema_, each.match, sorted(each.contributing_explanations)] for each in match.results]
    told["person"] = [each.caption for each in client.match(Person(firstName=["Quillon"], lastName=["Marsh"])).matches]
    pairs = [("good", Company(name=["Dunlin Photonics"])), ("bad", Company(name=["x" * 1001]))]
    told["many"] = {key: [each.caption for each in response.results] for key, response in client.match_iter(pairs, on_error="collect")}
    search = client.search("Norvik", countries=["ru"], limit=2)
    told["search"] = [[each.caption for each in search.results], search.total.value, [value.name for value in search.facets["datasets"].values]]
    fetched = client.fetch(entry)
    told["fetch"] = [fetched.id, fetched.schema_, fetched.properties["country"], fetched.datasets]
    try:
        client.fetch("csl/no-such/entry")
    except NotFoundError as missing:
        told["missing"] = str(missing.detail)
with Client(base_url=address, api_key="other") as client:
    try:
        client.search("Norvik")
    except AuthenticationError as refused:
        told["refused"] = str(refused.detail)
print(json.dumps(told))
