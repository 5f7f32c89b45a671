"""Addresses of the programme in the back office, below ``/admin/programme/``."""

from django.urls import path

from nhipcau.programme.plan_import import views as imports
from nhipcau.programme.views import (
    dashboard,
    documents,
    exports,
    measures,
    period_reports,
    periods,
    plan_comparison,
    plan_editing,
    plan_pages,
    plans,
    report_writing,
    reports,
    task_pages,
    tasks,
)

urlpatterns = [
    path("", dashboard.Dashboard.as_view(), name="programme_dashboard"),
    path("orphans/", dashboard.Orphans.as_view(), name="programme_orphans"),
    path("documents/", documents.DocumentList.as_view(), name="programme_documents"),
    path(
        "documents/results/",
        documents.DocumentList.as_view(results_only=True),
        name="programme_documents_results",
    ),
    path("documents/add/", documents.DocumentEdit.as_view(), name="programme_document_add"),
    path("documents/<int:pk>/", documents.DocumentPage.as_view(), name="programme_document"),
    path(
        "documents/<int:pk>/edit/", documents.DocumentEdit.as_view(), name="programme_document_edit"
    ),
    path("documents/<int:pk>/file/", documents.document_file, name="programme_document_file"),
    path("plans/", plans.PlanList.as_view(), name="programme_plans"),
    path(
        "plans/results/", plans.PlanList.as_view(results_only=True), name="programme_plans_results"
    ),
    path("plans/add/", plans.PlanAdd.as_view(), name="programme_plan_add"),
    path("plans/import/", imports.PlanUpload.as_view(), name="programme_plan_import"),
    path(
        "plans/import/<str:token>/",
        imports.PlanReview.as_view(),
        name="programme_plan_import_review",
    ),
    path("plans/<int:pk>/", plan_pages.plan_page, name="programme_plan"),
    path("versions/<int:pk>/", plan_pages.VersionPage.as_view(), name="programme_version"),
    path(
        "versions/<int:pk>/edit/", plan_editing.VersionEdit.as_view(), name="programme_version_edit"
    ),
    path("versions/<int:pk>/signed/", plan_pages.signed_file, name="programme_signed_file"),
    path(
        "versions/<int:left>/compare/<int:right>/",
        plan_comparison.Compare.as_view(),
        name="programme_compare",
    ),
    path(
        "versions/<int:version>/indicators/add/",
        plan_editing.IndicatorEdit.as_view(),
        name="programme_indicator_add",
    ),
    path(
        "indicators/<int:pk>/",
        plan_editing.IndicatorEdit.as_view(),
        name="programme_indicator_edit",
    ),
    path(
        "versions/<int:version>/tasks/add/",
        task_pages.WordingEdit.as_view(),
        name="programme_wording_add",
    ),
    path("wordings/<int:pk>/", task_pages.WordingEdit.as_view(), name="programme_wording_edit"),
    path("tasks/", tasks.TaskList.as_view(), name="programme_tasks"),
    path(
        "tasks/results/", tasks.TaskList.as_view(results_only=True), name="programme_tasks_results"
    ),
    path("tasks/timeline/", tasks.Timeline.as_view(), name="programme_timeline"),
    path("tasks/board/", tasks.Board.as_view(), name="programme_board"),
    path("tasks/<int:pk>/", task_pages.TaskPage.as_view(), name="programme_task"),
    path(
        "attachments/<int:pk>/",
        task_pages.AttachmentDownload.as_view(),
        name="programme_attachment",
    ),
    path("reports/", reports.ReportList.as_view(), name="programme_reports"),
    path(
        "reports/results/",
        reports.ReportList.as_view(results_only=True),
        name="programme_reports_results",
    ),
    path("reports/<int:pk>/", reports.ReportPage.as_view(), name="programme_report"),
    path(
        "reports/<int:pk>/write/",
        report_writing.ReportWrite.as_view(),
        name="programme_report_form",
    ),
    path("reports/<int:pk>/typed/", report_writing.report_typed, name="programme_report_typed"),
    path(
        "tasks/<int:task>/report/<int:period>/",
        report_writing.ReportBegin.as_view(),
        name="programme_report_begin",
    ),
    path("periods/", periods.PeriodList.as_view(), name="programme_periods"),
    path(
        "periods/results/",
        periods.PeriodList.as_view(results_only=True),
        name="programme_periods_results",
    ),
    path("periods/open/", periods.YearOpen.as_view(), name="programme_year"),
    path("periods/<int:pk>/", periods.PeriodPage.as_view(), name="programme_period"),
    path("periods/<int:pk>/edit/", periods.PeriodEdit.as_view(), name="programme_period_edit"),
    path(
        "periods/<int:period>/missing/<int:agency>/",
        periods.MissingReports.as_view(),
        name="programme_missing",
    ),
    path("versions/<int:pk>/plan.<str:kind>", exports.plan_export, name="programme_plan_export"),
    path(
        "periods/<int:period>/letter/<int:agency>.<str:kind>",
        exports.letter_export,
        name="programme_letter_export",
    ),
    path(
        "periods/<int:period>/form/<int:agency>.<str:kind>",
        exports.form_export,
        name="programme_form_export",
    ),
    path(
        "period-reports/<int:pk>/",
        period_reports.PeriodReportPage.as_view(),
        name="programme_period_report",
    ),
    path(
        "period-reports/<int:pk>/report.<str:kind>",
        exports.period_report_export,
        name="programme_period_report_export",
    ),
    path("measures/", measures.MeasureIndex.as_view(), name="programme_measures"),
    path("measures/frozen/", measures.FrozenList.as_view(), name="programme_frozen"),
    path(
        "measures/frozen/results/",
        measures.FrozenList.as_view(results_only=True),
        name="programme_frozen_results",
    ),
    path(
        "measures/frozen/<int:pk>/", measures.FrozenPage.as_view(), name="programme_frozen_figure"
    ),
    path("measures/<slug:slug>/", measures.MeasurePage.as_view(), name="programme_measure"),
]
