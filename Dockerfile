# Two images. For students, who get JupyterLab, the pages and the public checks:
#   docker build --target student --tag kit-student .
#   docker run --rm --publish 127.0.0.1:8888:8888 kit-student
# For grading, with the hidden checks, as an ordinary user:
#   docker build --target grading --tag kit-grading .
#   docker run --rm --user "$(id -u)" --volume "$PWD:/class" kit-grading grade submissions --assignment mnist --out grades
# The second one first prints what is enforced on submissions in this container. Docker's own filter for system calls often allows the
# level "reduced" only. docs/platforms.md says what to do about it.
ARG PYTHON=3.11

FROM python:${PYTHON}-slim-bookworm AS kit
ENV PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1
WORKDIR /opt/kit
COPY LICENSE README.md constraints.txt pyproject.toml ./
COPY autograder ./autograder
COPY assignments ./assignments
RUN pip install --constraint constraints.txt ".[student,bank]"

FROM kit AS student
RUN useradd --create-home --uid 1000 student
USER 1000
WORKDIR /home/student
RUN for folder in /opt/kit/assignments/*/; do autograder start "$(basename "$folder")"; done
EXPOSE 8888
CMD ["jupyter", "lab", "--ip=0.0.0.0", "--no-browser"]

FROM kit AS grading
COPY solutions ./solutions
ENV AUTOGRADER_PATH=/opt/kit/solutions \
    AUTOGRADER_CACHE=/tmp/autograder \
    KERAS_HOME=/tmp/keras \
    HOME=/tmp
RUN useradd --create-home --uid 1000 grader
USER 1000
WORKDIR /class
ENTRYPOINT ["sh", "-c", "autograder doctor && exec autograder \"$@\"", "autograder"]
CMD ["--help"]
