import type { Migration } from '../migrate.ts';

/** Courses in versions, what each person read, answered and practised, certificates, and what was asked of whom. */
export const training: Migration = {
  version: 210,
  steps: { core: coreTables },
};

function coreTables(schema: string): string {
  return `
    CREATE TABLE ${schema}.training_courses (
      id TEXT NOT NULL,
      version INTEGER NOT NULL,
      content TEXT NOT NULL,
      shipped_revision INTEGER,
      is_current INTEGER NOT NULL CHECK (is_current IN (0, 1)),
      published_at INTEGER NOT NULL,
      published_by TEXT REFERENCES users (id),
      PRIMARY KEY (id, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ${schema}.training_reads (
      user_id TEXT NOT NULL REFERENCES users (id),
      course_id TEXT NOT NULL,
      lesson_key TEXT NOT NULL,
      course_version INTEGER NOT NULL,
      read_at INTEGER NOT NULL,
      PRIMARY KEY (user_id, course_id, lesson_key)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ${schema}.training_attempts (
      id TEXT PRIMARY KEY,
      course_id TEXT NOT NULL,
      course_version INTEGER NOT NULL,
      user_id TEXT NOT NULL REFERENCES users (id),
      draw TEXT NOT NULL,
      question_count INTEGER NOT NULL,
      started_at INTEGER NOT NULL,
      finished_at INTEGER,
      right_count INTEGER NOT NULL DEFAULT 0,
      is_passed INTEGER CHECK (is_passed IN (0, 1))
    ) STRICT;
    CREATE INDEX ${schema}.training_attempts_by_person ON training_attempts (user_id, course_id, started_at);

    CREATE TABLE ${schema}.training_answers (
      attempt_id TEXT NOT NULL REFERENCES training_attempts (id),
      position INTEGER NOT NULL,
      language TEXT NOT NULL CHECK (language IN ('zh', 'en')),
      answer TEXT NOT NULL,
      is_right INTEGER NOT NULL CHECK (is_right IN (0, 1)),
      answered_at INTEGER NOT NULL,
      PRIMARY KEY (attempt_id, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ${schema}.training_practice (
      user_id TEXT NOT NULL REFERENCES users (id),
      course_id TEXT NOT NULL,
      task TEXT NOT NULL,
      began_at INTEGER NOT NULL,
      exercise_id TEXT,
      done_at INTEGER,
      PRIMARY KEY (user_id, course_id, task)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE ${schema}.training_certificates (
      id TEXT PRIMARY KEY,
      course_id TEXT NOT NULL,
      course_version INTEGER NOT NULL,
      user_id TEXT NOT NULL REFERENCES users (id),
      attempt_id TEXT NOT NULL UNIQUE REFERENCES training_attempts (id),
      score_percent INTEGER NOT NULL,
      issued_at INTEGER NOT NULL,
      valid_until_on TEXT
    ) STRICT;
    CREATE INDEX ${schema}.training_certificates_by_person ON training_certificates (user_id, course_id, issued_at);

    CREATE TABLE ${schema}.training_assignments (
      id TEXT PRIMARY KEY,
      course_id TEXT NOT NULL,
      user_id TEXT NOT NULL REFERENCES users (id),
      due_on TEXT NOT NULL,
      assigned_at INTEGER NOT NULL,
      assigned_by TEXT NOT NULL REFERENCES users (id),
      withdrawn_at INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX ${schema}.training_assignments_standing ON training_assignments (course_id, user_id) WHERE withdrawn_at IS NULL;

    CREATE TABLE ${schema}.training_feedback (
      user_id TEXT NOT NULL REFERENCES users (id),
      course_id TEXT NOT NULL,
      lesson_key TEXT NOT NULL,
      course_version INTEGER NOT NULL,
      rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
      comment TEXT NOT NULL,
      given_at INTEGER NOT NULL,
      PRIMARY KEY (user_id, course_id, lesson_key)
    ) STRICT, WITHOUT ROWID;
  `;
}
