"""A cluster's worker in which stages throw, for as long as the plugin is there."""

import faulty
import pytest

from autograder.grading.dask_backend import GraderPlugin


class Plugin(GraderPlugin):
    """See ``faulty.throw_in``."""

    def _grader(self):
        self.patches = pytest.MonkeyPatch()
        faulty.throw_in(faulty.IN_WORKER, self.patches.setattr)
        return super()._grader()

    def teardown(self, worker):
        super().teardown(worker)
        if hasattr(self, "patches"):
            self.patches.undo()
