def test_x(postgres):
    from nbgrader.api import Gradebook

    print(postgres.new())
    with Gradebook(postgres.new()) as gb:
        print(gb.students)
