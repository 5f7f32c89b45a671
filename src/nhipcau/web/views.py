"""The public pages that are not files: search, the form to report an error, our own failure."""

from datetime import datetime
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods

from nhipcau.common.clock import now, today
from nhipcau.common.public_answers import public_answer
from nhipcau.newsroom.selectors import public
from nhipcau.newsroom.selectors.page_context import shared_context
from nhipcau.web.forms import EVERY_LANGUAGE, ReportForm, SearchForm, form_token
from nhipcau.web.rules.addresses import front_address, page_address, slug
from nhipcau.web.selectors import searching, theme
from nhipcau.web.services.reports import receive_report

REPORTS_PER_HOUR = 6


def _page(
    request: HttpRequest, kind: str, language: str, context: dict[str, object], status: int = 200
) -> HttpResponse:
    """A public page that is no file."""
    same = {code: page_address(kind, code) for code in public.languages()}
    whole = shared_context(language, page_address(kind, language), now(), same)
    body = render_to_string(f"web/{kind}.html", whole | {"is_unlisted": True} | context)
    return public_answer(body, language=language, status=status)


def _check(kind: str, language: str, given: str) -> None:
    """Refuse an address whose slug is not that of its language."""
    if language not in public.languages() or given != slug(kind, language):
        raise Http404


@require_GET
def search(request: HttpRequest, language: str, given: str) -> HttpResponse:
    """Search the published stories; works without a session and stores nothing."""
    _check("search", language, given)
    with translation.override(language):
        names = dict(settings.LANGUAGES)
        choices = [(code, names.get(code, code)) for code in public.languages()]
        choices.sort(key=lambda choice: choice[0] != language)
        form = SearchForm(request.GET, languages=choices)
        filters = searching.Filters(language=language)
        if form.is_valid():
            chosen = form.cleaned_data["language"] or language
            section = form.cleaned_data["section"]
            filters = searching.Filters(
                language="" if chosen == EVERY_LANGUAGE else chosen,
                section_id=section.pk if section else None,
                since=form.cleaned_data["since"],
                until=form.cleaned_data["until"],
            )
        query = request.GET.get("q", "")[:200]
        number = request.GET.get("page", "1")
        page = min(int(number), 10) if number.isdigit() and int(number) else 1
        anywhere = request.GET.get("words") == "anywhere"
        found = searching.find(query, filters, now=now(), page=page, anywhere=anywhere)
        parameters = {key: value for key, value in request.GET.items() if key != "page" and value}
        same_words = {key: value for key, value in parameters.items() if key != "words"}
        more = found.total > page * searching.PAGE_SIZE and page < 10
        context = {
            "form": form,
            "query": query,
            "found": found,
            "is_more_than_shown": found.total > searching.MAX_RESULTS,
            "shown_total": min(found.total, searching.MAX_RESULTS),
            "anywhere_query": urlencode(same_words | {"words": "anywhere"}),
            "together_query": urlencode(same_words) if anywhere and len(found.terms) > 1 else "",
            "next_query": urlencode(parameters | {"page": page + 1}) if more else "",
            "previous_query": urlencode(parameters | {"page": page - 1}) if page > 1 else "",
        }
        return _page(request, "search", language, context)


@require_GET
def suggest(request: HttpRequest, language: str, given: str) -> JsonResponse:
    """Stories for what has been typed, in the format of OpenSearch suggestions.

    The four lists are: what was typed, headlines, descriptions (none) and addresses.
    """
    _check("search", language, given)
    typed = request.GET.get("q", "")[:100]
    found = searching.suggestions(typed, language, now=now())
    headlines = [headline for headline, _address in found]
    addresses = [address for _headline, address in found]
    response = JsonResponse(
        [typed, headlines, [], addresses], safe=False, json_dumps_params={"ensure_ascii": False}
    )
    response["Content-Type"] = "application/x-suggestions+json; charset=utf-8"
    response["Cache-Control"] = "no-store"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Say in the reader's words that the failure is ours; asks neither database nor session."""
    language = request.path.split("/")[1]
    languages = [language, *(code for code in ("vi", "en") if code != language)]
    spoken = [code for code in languages if code in dict(settings.LANGUAGES)][:2]
    texts = []
    for code in spoken:
        with translation.override(code):
            texts.append(
                {
                    "language": code,
                    "title": gettext("Something went wrong on our side"),
                    "text": gettext(
                        "This page could not be made. We have been told; please try again in a "
                        "few minutes. The rest of the site can still be read."
                    ),
                    "link": gettext("Front page"),
                    "address": front_address(code),
                }
            )
    body = render_to_string(
        "web/server_error.html", {"texts": texts, "stylesheet": theme.stylesheet_address()}
    )
    return public_answer(body, language=", ".join(spoken), status=500)


# No cookie is set for readers; the form carries a signed moment instead, see ReportForm.
@csrf_exempt
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, language: str, given: str) -> HttpResponse:
    """The form to report an error, and its thanks."""
    _check("report", language, given)
    with translation.override(language):
        if request.method == "GET":
            is_sent = request.GET.get("sent") == "1"
            form = ReportForm(
                initial={"page": request.GET.get("page", "")[:500], "token": form_token()}
            )
            return _page(request, "report", language, {"form": form, "is_sent": is_sent})
        form = ReportForm(request.POST)
        if not form.is_valid():
            form.data = form.data.copy()
            form.data["token"] = form_token()
            return _page(request, "report", language, {"form": form}, status=422)
        moment = now()
        if _is_too_much(request, moment):
            return _page(
                request, "report", language, {"form": form, "is_too_much": True}, status=429
            )
        receive_report(
            address=form.cleaned_data["page"],
            language=language,
            message=form.cleaned_data["message"],
            reply_to=form.cleaned_data["reply_to"],
            now=moment,
        )
        response = HttpResponse(status=303)
        response["Location"] = f"{page_address('report', language)}?sent=1"
        return response


def _is_too_much(request: HttpRequest, moment: datetime) -> bool:
    """Whether more reports came from one place within the hour than a person writes.

    The address itself is kept nowhere: only its keyed hash of the day, for an hour.
    """
    place = get_adapter(request).get_client_ip(request)
    key = salted_hmac("nhipcau.web.report", f"{today()}:{place}").hexdigest()[:32]
    name = f"web-report-{key}"
    cache.add(name, 0, 3600)
    return cache.incr(name) > REPORTS_PER_HOUR
