"""Works, their language versions, and the approvals that make them public."""

from nhipcau.newsroom.models.approval import Approval
from nhipcau.newsroom.models.correction import Correction
from nhipcau.newsroom.models.delegation import Delegation
from nhipcau.newsroom.models.desk import DeskText
from nhipcau.newsroom.models.fulfilled import FulfilledTask
from nhipcau.newsroom.models.pages import NewsIndexPage, StoryPage
from nhipcau.newsroom.models.published_file import PublishedFile
from nhipcau.newsroom.models.published_image import PublishedImage
from nhipcau.newsroom.models.related import RelatedWork
from nhipcau.newsroom.models.routing import ApprovalRoute
from nhipcau.newsroom.models.saved_filter import SavedFilter
from nhipcau.newsroom.models.section import Section, SectionName
from nhipcau.newsroom.models.topic import Topic, TopicName
from nhipcau.newsroom.models.work import Work
from nhipcau.newsroom.models.workflow import StoryApprovalTask

__all__ = [
    "Approval",
    "ApprovalRoute",
    "Correction",
    "Delegation",
    "DeskText",
    "FulfilledTask",
    "NewsIndexPage",
    "PublishedFile",
    "PublishedImage",
    "RelatedWork",
    "SavedFilter",
    "Section",
    "SectionName",
    "StoryApprovalTask",
    "StoryPage",
    "Topic",
    "TopicName",
    "Work",
]
