-- migration audit 0001_initial
-- migration audit 0002_append_only
-- migration audit 0003_by_day
-- migration auth 0001_initial
-- migration auth 0002_alter_permission_name_max_length
-- migration auth 0003_alter_user_email_max_length
-- migration auth 0004_alter_user_username_opts
-- migration auth 0005_alter_user_last_login_null
-- migration auth 0006_require_contenttypes_0002
-- migration auth 0007_alter_validators_add_error_messages
-- migration auth 0008_alter_user_username_max_length
-- migration auth 0009_alter_user_last_name_max_length
-- migration auth 0010_alter_group_name_max_length
-- migration auth 0011_update_proxy_permissions
-- migration auth 0012_alter_user_first_name_max_length
-- migration axes 0001_initial
-- migration axes 0002_auto_20151217_2044
-- migration axes 0003_auto_20160322_0929
-- migration axes 0004_auto_20181024_1538
-- migration axes 0005_remove_accessattempt_trusted
-- migration axes 0006_remove_accesslog_trusted
-- migration axes 0007_alter_accessattempt_unique_together
-- migration axes 0008_accessfailurelog
-- migration axes 0009_add_session_hash
-- migration axes 0010_accessattemptexpiration
-- migration boxes 0001_initial
-- migration boxes 0002_warned_of_what_was_sent_in
-- migration catalogue 0001_initial
-- migration catalogue 0002_promulgations
-- migration catalogue 0003_processes_under
-- migration catalogue 0004_decisions_over_shipped
-- migration catalogue 0005_marks_confirmed
-- migration contenttypes 0001_initial
-- migration contenttypes 0002_remove_content_type_name
-- migration dossiers 0001_initial
-- migration dossiers 0002_books
-- migration dossiers 0003_given_before
-- migration dossiers 0004_collecting
-- migration dossiers 0005_id_kind
-- migration dossiers 0006_late_entries
-- migration dossiers 0008_handled_by
-- migration dossiers 0009_party_email
-- migration dossiers 0010_measures
-- migration dossiers 0011_hands
-- migration dossiers 0012_suspended_for
-- migration dossiers 0013_before_intake
-- migration dossiers 0014_opinions
-- migration dossiers 0015_files
-- migration dossiers 0016_asked_of_owners
-- migration dossiers 0017_register_imports
-- migration dossiers 0018_at_once
-- migration dossiers 0019_apology_drafted
-- migration dossiers 0020_office_reasons
-- migration feedback 0001_initial
-- migration fees 0001_initial
-- migration fees 0002_receipts_and_cash
-- migration fees 0003_receipts_stay
-- migration fees 0004_transfers_and_obligations
-- migration fees 0005_lines_of_replaced_receipts
-- migration files 0001_initial
-- migration identity 0001_initial
-- migration identity 0002_program
-- migration identity 0003_must_change
-- migration identity 0004_given_by_mistake
-- migration jobs 0001_initial
-- migration organization 0001_initial
-- migration organization 0002_moved_in
-- migration organization 0003_calendars_in_time
-- migration organization 0004_reorganizations
-- migration organization 0005_one_pair_a_reorganization
-- migration organization 0006_desk_conditions
-- migration outgoing 0001_initial
-- migration outgoing 0002_reminders
-- migration outgoing 0003_delivery
-- migration outgoing 0004_told_so_far
-- migration outgoing 0005_newest_first
-- migration outgoing 0006_told_before_intake
-- migration papers 0001_initial
-- migration papers 0002_handover_lists
-- migration papers 0003_office_marks_and_prints
-- migration papers 0004_batches_and_templates
-- migration papers 0005_documents
-- migration papers 0006_numbers_of_letters_and_prints
-- migration procrastinate 0001_initial
-- migration procrastinate 0002_drop_started_at_column
-- migration procrastinate 0003_drop_started_at_column
-- migration procrastinate 0004_drop_procrastinate_version_table
-- migration procrastinate 0005_fix_procrastinate_fetch_job
-- migration procrastinate 0006_fix_trigger_status_events_insert
-- migration procrastinate 0007_add_queueing_lock_column
-- migration procrastinate 0008_close_fetch_job_race_condition
-- migration procrastinate 0009_add_defer_job_function
-- migration procrastinate 0010_add_procrastinate_periodic_defers
-- migration procrastinate 0011_add_foreign_key_index
-- migration procrastinate 0012_add_locks_to_periodic_defer
-- migration procrastinate 0013_fix_procrastinate_defer_periodic_job
-- migration procrastinate 0014_add_finish_job_and_retry_job_functions
-- migration procrastinate 0015_add_trigger_on_job_deletion
-- migration procrastinate 0016_delete_finished_jobs
-- migration procrastinate 0017_add_checks_to_finish_job
-- migration procrastinate 0018_add_checks_to_retry_job
-- migration procrastinate 0019_fix_finish_job_compat_issue
-- migration procrastinate 0020_add_index_on_procrastinate_jobs
-- migration procrastinate 0021_add_kwargs_to_defer_periodic_job
-- migration procrastinate 0022_null_locks_excluded
-- migration procrastinate 0023_remove_old_finish_job_function
-- migration procrastinate 0024_job_id_bigint
-- migration procrastinate 0025_add_models
-- migration procrastinate 0026_add_job_priority
-- migration procrastinate 0027_add_periodic_job_priority
-- migration procrastinate 0028_add_cancel_states
-- migration procrastinate 0029_add_additional_params_to_retry_job
-- migration procrastinate 0030_alter_procrastinateevent_options
-- migration procrastinate 0031_add_indexes_for_fetch_job
-- migration procrastinate 0032_pre_cancel_notification
-- migration procrastinate 0033_post_cancel_notification
-- migration procrastinate 0034_pre_add_heartbeat
-- migration procrastinate 0035_post_add_heartbeat
-- migration procrastinate 0036_add_worker_model
-- migration procrastinate 0037_pre_batch_defer_jobs
-- migration procrastinate 0038_post_batch_defer_jobs
-- migration procrastinate 0039_pre_priority_lock_fetch_job
-- migration procrastinate 0040_pre_retry_failed_job
-- migration procrastinate 0041_post_retry_failed_job
-- migration reports 0001_initial
-- migration reports 0002_tallies
-- migration reports 0003_narratives
-- migration reports 0004_waiting_times
-- migration reports 0005_consolidations
-- migration reports 0006_taken_back
-- migration sessions 0001_initial
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);
CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);
CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);
CREATE FUNCTION public.audit_refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.fees_refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;
    RETURN job_ids;
END;
$$;
CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;
    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;
    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;
    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;
    RETURN _job_id;
END;
$$;
CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);
CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;
 RETURN found_jobs;
END;
$$;
CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;
CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;
CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;
CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;
CREATE TABLE public.audit_auditrow (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    action character varying(40) NOT NULL,
    account uuid,
    "position" uuid,
    office character varying(60) NOT NULL,
    subject_kind character varying(20) NOT NULL,
    subject character varying(80) NOT NULL,
    purpose character varying(300) NOT NULL,
    transaction bigint NOT NULL,
    block_id bigint
);
ALTER TABLE public.audit_auditrow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_auditrow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audit_block (
    id bigint NOT NULL,
    number bigint NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    size integer NOT NULL,
    previous bytea,
    hash bytea NOT NULL,
    CONSTRAINT audit_block_number_check CHECK ((number >= 0)),
    CONSTRAINT audit_block_size_check CHECK ((size >= 0))
);
ALTER TABLE public.audit_block ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_block_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.audit_dayseal (
    id bigint NOT NULL,
    day_on date NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    until_at timestamp with time zone NOT NULL,
    dossiers integer NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT audit_dayseal_dossiers_check CHECK ((dossiers >= 0))
);
ALTER TABLE public.audit_dayseal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.audit_dayseal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);
ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);
ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);
ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.axes_accessattempt (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    get_data text NOT NULL,
    post_data text NOT NULL,
    failures_since_start integer NOT NULL,
    CONSTRAINT axes_accessattempt_failures_since_start_check CHECK ((failures_since_start >= 0))
);
ALTER TABLE public.axes_accessattempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessattempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.axes_accessattemptexpiration (
    access_attempt_id integer NOT NULL,
    expires_at timestamp with time zone NOT NULL
);
CREATE TABLE public.axes_accessfailurelog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    locked_out boolean NOT NULL
);
ALTER TABLE public.axes_accessfailurelog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accessfailurelog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.axes_accesslog (
    id integer NOT NULL,
    user_agent character varying(255) NOT NULL,
    ip_address inet,
    username character varying(255),
    http_accept character varying(1025) NOT NULL,
    path_info character varying(255) NOT NULL,
    attempt_time timestamp with time zone NOT NULL,
    logout_time timestamp with time zone,
    session_hash character varying(64) NOT NULL
);
ALTER TABLE public.axes_accesslog ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.axes_accesslog_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.boxes_digest (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    day_on date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    todo integer NOT NULL,
    late integer NOT NULL,
    today integer NOT NULL,
    warnings integer NOT NULL,
    untaken integer,
    position_id bigint NOT NULL,
    CONSTRAINT boxes_digest_late_check CHECK ((late >= 0)),
    CONSTRAINT boxes_digest_today_check CHECK ((today >= 0)),
    CONSTRAINT boxes_digest_todo_check CHECK ((todo >= 0)),
    CONSTRAINT boxes_digest_untaken_check CHECK ((untaken >= 0)),
    CONSTRAINT boxes_digest_warnings_check CHECK ((warnings >= 0))
);
ALTER TABLE public.boxes_digest ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.boxes_digest_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.boxes_digestletter (
    id bigint NOT NULL,
    tries smallint NOT NULL,
    begun_at timestamp with time zone,
    ending character varying(10) NOT NULL,
    account_id bigint NOT NULL,
    digest_id bigint NOT NULL,
    CONSTRAINT boxes_digestletter_tries_check CHECK ((tries >= 0)),
    CONSTRAINT digest_ending_known CHECK ((((ending)::text = ''::text) OR ((ending)::text = ANY ((ARRAY['sent'::character varying, 'temporary'::character varying, 'permanent'::character varying, 'unclear'::character varying, 'lost'::character varying])::text[]))))
);
ALTER TABLE public.boxes_digestletter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.boxes_digestletter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.boxes_morningmail (
    id bigint NOT NULL,
    address character varying(254) NOT NULL,
    account_id bigint NOT NULL
);
ALTER TABLE public.boxes_morningmail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.boxes_morningmail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.boxes_round (
    id bigint NOT NULL,
    name character varying(20) NOT NULL,
    gone_at timestamp with time zone
);
ALTER TABLE public.boxes_round ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.boxes_round_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.boxes_savedview (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    name character varying(40) NOT NULL,
    asked jsonb NOT NULL,
    is_default boolean NOT NULL,
    account_id bigint NOT NULL,
    position_id bigint NOT NULL
);
ALTER TABLE public.boxes_savedview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.boxes_savedview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.boxes_warning (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    of character varying(8) NOT NULL,
    opened_seq integer NOT NULL,
    key character varying(40) NOT NULL,
    threshold smallint NOT NULL,
    given_at timestamp with time zone NOT NULL,
    opened_at timestamp with time zone,
    dismissed_at timestamp with time zone,
    dismissed_by uuid,
    dossier_id bigint NOT NULL,
    position_id bigint NOT NULL,
    CONSTRAINT boxes_warning_opened_seq_check CHECK ((opened_seq >= 0)),
    CONSTRAINT boxes_warning_threshold_check CHECK ((threshold >= 0)),
    CONSTRAINT warning_of_known CHECK (((of)::text = ANY ((ARRAY['step'::character varying, 'whole'::character varying, 'untaken'::character varying, 'check'::character varying])::text[]))),
    CONSTRAINT warning_threshold_known CHECK (((((of)::text = 'untaken'::text) AND (threshold = 0)) OR ((NOT ((of)::text = 'untaken'::text)) AND (threshold = ANY (ARRAY[50, 80, 100])))))
);
ALTER TABLE public.boxes_warning ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.boxes_warning_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_case (
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    key character varying(60) NOT NULL,
    name character varying(300) NOT NULL,
    allowance_kind character varying(20) NOT NULL,
    allowance numeric(6,2),
    allowance_as_written character varying(200) NOT NULL,
    article character varying(300) NOT NULL,
    mark character varying(1) NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT case_term_whole CHECK ((((allowance IS NULL) AND ((allowance_kind)::text = ''::text)) OR ((allowance > (0)::numeric) AND ((allowance_kind)::text = ANY ((ARRAY['working_days'::character varying, 'working_hours'::character varying, 'working_days_civil'::character varying, 'calendar_days'::character varying, 'same_day'::character varying])::text[]))))),
    CONSTRAINT catalogue_case_ordinal_check CHECK ((ordinal >= 0))
);
ALTER TABLE public.catalogue_case ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_case_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_changesseen (
    id bigint NOT NULL,
    seen_on date NOT NULL,
    account_id bigint NOT NULL
);
ALTER TABLE public.catalogue_changesseen ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_changesseen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_component (
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    name character varying(500) NOT NULL,
    kind character varying(12) NOT NULL,
    copies smallint NOT NULL,
    optional boolean NOT NULL,
    version_id bigint NOT NULL,
    case_id bigint,
    CONSTRAINT catalogue_component_copies_check CHECK ((copies >= 0)),
    CONSTRAINT catalogue_component_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT component_kind_known CHECK (((kind)::text = ANY ((ARRAY['original'::character varying, 'certified'::character varying, 'copy'::character varying, 'electronic'::character varying])::text[])))
);
ALTER TABLE public.catalogue_component ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_component_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_feerule (
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(8) NOT NULL,
    amount_vnd bigint NOT NULL,
    unit character varying(8) NOT NULL,
    steps jsonb NOT NULL,
    cap_vnd bigint,
    due character varying(8) NOT NULL,
    exemptions text NOT NULL,
    article character varying(300) NOT NULL,
    mark character varying(1) NOT NULL,
    case_id bigint,
    version_id bigint NOT NULL,
    CONSTRAINT catalogue_feerule_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT fee_due_known CHECK (((due)::text = ANY ((ARRAY['intake'::character varying, 'return'::character varying])::text[]))),
    CONSTRAINT fee_kind_known CHECK (((kind)::text = ANY ((ARRAY['fee'::character varying, 'charge'::character varying])::text[]))),
    CONSTRAINT fee_rule_not_negative CHECK ((amount_vnd >= 0)),
    CONSTRAINT fee_unit_known CHECK (((unit)::text = ANY ((ARRAY['dossier'::character varying, 'copy'::character varying, 'page'::character varying, 'case'::character varying])::text[])))
);
ALTER TABLE public.catalogue_feerule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_feerule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_formtemplate (
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    number character varying(60) NOT NULL,
    name character varying(300) NOT NULL,
    edition character varying(60) NOT NULL,
    file_name character varying(200) NOT NULL,
    sha256 character varying(64) NOT NULL,
    case_id bigint,
    version_id bigint NOT NULL,
    CONSTRAINT catalogue_formtemplate_ordinal_check CHECK ((ordinal >= 0))
);
ALTER TABLE public.catalogue_formtemplate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_formtemplate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_markconfirmation (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    version_on date NOT NULL,
    fact character varying(300) NOT NULL,
    said jsonb NOT NULL,
    number character varying(60) NOT NULL,
    signed_on date NOT NULL,
    article character varying(300) NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    withdrawn_reason character varying(300) NOT NULL,
    approved_as_id bigint,
    approved_by_id bigint,
    entered_as_id bigint NOT NULL,
    entered_by_id bigint NOT NULL,
    procedure_id bigint NOT NULL,
    withdrawn_by_id bigint,
    CONSTRAINT confirmation_two_people CHECK (((approved_by_id IS NULL) OR (NOT ((approved_by_id = entered_by_id) AND (approved_by_id IS NOT NULL)))))
);
ALTER TABLE public.catalogue_markconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_markconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_postededition (
    id bigint NOT NULL,
    field character varying(120) NOT NULL,
    edition character varying(16) NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    confirmed_as_id bigint NOT NULL,
    confirmed_by_id bigint NOT NULL,
    office_id bigint NOT NULL
);
ALTER TABLE public.catalogue_postededition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_postededition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_procedure (
    id bigint NOT NULL,
    slug character varying(80) NOT NULL
);
ALTER TABLE public.catalogue_procedure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_procedure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_procedureversion (
    id bigint NOT NULL,
    effective_on date NOT NULL,
    abolished boolean NOT NULL,
    name character varying(500) NOT NULL,
    field character varying(120) NOT NULL,
    communes_only boolean NOT NULL,
    at_desk boolean NOT NULL,
    not_at_desk_reason character varying(300) NOT NULL,
    mechanism character varying(12) NOT NULL,
    department_code character varying(20) NOT NULL,
    allowance_kind character varying(20) NOT NULL,
    allowance numeric(6,2) NOT NULL,
    cutoff time without time zone,
    after_supplement character varying(8) NOT NULL,
    fee_text text NOT NULL,
    fee_vnd bigint,
    result text NOT NULL,
    legal_basis text NOT NULL,
    online_level smallint,
    sensitive boolean NOT NULL,
    people_words text NOT NULL,
    mark character varying(1) NOT NULL,
    code_mark character varying(1) NOT NULL,
    source character varying(300) NOT NULL,
    sort_key character varying(1000) NOT NULL,
    procedure_id bigint NOT NULL,
    allowance_as_written character varying(200) NOT NULL,
    articles jsonb NOT NULL,
    channels character varying(8)[] NOT NULL,
    code character varying(20) NOT NULL,
    extension_days smallint,
    levels character varying(8)[] NOT NULL,
    national_name character varying(500) NOT NULL,
    online_scope character varying(8) NOT NULL,
    owner_suffix character varying(20) NOT NULL,
    replaced_by_id bigint,
    silence_consents boolean NOT NULL,
    silence_days smallint,
    supplement_within_days smallint,
    promulgation_id bigint,
    CONSTRAINT after_supplement_known CHECK (((after_supplement)::text = ANY ((ARRAY['resume'::character varying, 'restart'::character varying])::text[]))),
    CONSTRAINT allowance_kind_known CHECK (((allowance_kind)::text = ANY ((ARRAY['working_days'::character varying, 'working_hours'::character varying, 'working_days_civil'::character varying, 'calendar_days'::character varying, 'same_day'::character varying])::text[]))),
    CONSTRAINT allowance_positive CHECK ((allowance > (0)::numeric)),
    CONSTRAINT catalogue_procedureversion_extension_days_check CHECK ((extension_days >= 0)),
    CONSTRAINT catalogue_procedureversion_online_level_check CHECK ((online_level >= 0)),
    CONSTRAINT catalogue_procedureversion_silence_days_check CHECK ((silence_days >= 0)),
    CONSTRAINT catalogue_procedureversion_supplement_within_days_check CHECK ((supplement_within_days >= 0)),
    CONSTRAINT channels_known CHECK ((channels <@ ARRAY['direct'::character varying(8), 'post'::character varying(8), 'online'::character varying(8)])),
    CONSTRAINT fee_not_negative CHECK (((fee_vnd IS NULL) OR (fee_vnd >= 0))),
    CONSTRAINT levels_known CHECK (((levels <@ ARRAY['province'::character varying(8), 'town'::character varying(8), 'commune'::character varying(8)]) AND (NOT (levels = '{}'::character varying(8)[])))),
    CONSTRAINT mechanism_known CHECK ((((mechanism)::text = ''::text) OR ((mechanism)::text = ANY ((ARRAY['one_stop'::character varying, 'interlinked'::character varying])::text[])))),
    CONSTRAINT online_level_known CHECK (((online_level IS NULL) OR ((online_level >= 1) AND (online_level <= 4)))),
    CONSTRAINT online_scope_known CHECK ((((online_scope)::text = ''::text) OR ((online_scope)::text = ANY ((ARRAY['partial'::character varying, 'full'::character varying])::text[]))))
);
ALTER TABLE public.catalogue_procedureversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_procedureversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_process (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    effective_on date NOT NULL,
    document jsonb NOT NULL,
    derived boolean NOT NULL,
    source character varying(300) NOT NULL,
    office_id bigint,
    procedure_id bigint NOT NULL,
    office_kind character varying(10) NOT NULL,
    published_as_id bigint,
    published_at timestamp with time zone,
    published_by_id bigint,
    taken_back_at timestamp with time zone,
    taken_back_by_id bigint,
    under_id bigint,
    CONSTRAINT process_of_one_or_of_those_under CHECK (((office_id IS NULL) OR (under_id IS NULL))),
    CONSTRAINT process_scope_single CHECK (((office_id IS NULL) OR ((office_kind)::text = ''::text)))
);
ALTER TABLE public.catalogue_process ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_process_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_processdraft (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    office_kind character varying(10) NOT NULL,
    effective_on date,
    document jsonb NOT NULL,
    source character varying(300) NOT NULL,
    revision integer NOT NULL,
    edited_at timestamp with time zone NOT NULL,
    edited_by_id bigint NOT NULL,
    office_id bigint,
    owner_office_id bigint NOT NULL,
    procedure_id bigint NOT NULL,
    earlier jsonb NOT NULL,
    CONSTRAINT catalogue_processdraft_revision_check CHECK ((revision >= 0)),
    CONSTRAINT draft_scope_single CHECK (((office_id IS NULL) OR ((office_kind)::text = ''::text)))
);
ALTER TABLE public.catalogue_processdraft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_processdraft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_promulgation (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    number character varying(60) NOT NULL,
    signed_on date NOT NULL,
    issuer character varying(200) NOT NULL,
    title character varying(500) NOT NULL,
    effective_on date NOT NULL,
    rebased_on date,
    file_name character varying(200) NOT NULL,
    file_sha256 character varying(64) NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    approved_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    withdrawn_reason character varying(300) NOT NULL,
    approved_as_id bigint,
    approved_by_id bigint,
    entered_as_id bigint NOT NULL,
    entered_by_id bigint NOT NULL,
    withdrawn_by_id bigint,
    CONSTRAINT promulgation_two_people CHECK (((approved_by_id IS NULL) OR (NOT ((approved_by_id = entered_by_id) AND (approved_by_id IS NOT NULL)))))
);
ALTER TABLE public.catalogue_promulgation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_promulgation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_promulgationitem (
    id bigint NOT NULL,
    ordinal integer NOT NULL,
    kind character varying(10) NOT NULL,
    slug character varying(80) NOT NULL,
    replaced_by character varying(80) NOT NULL,
    content jsonb NOT NULL,
    procedure_id bigint,
    promulgation_id bigint NOT NULL,
    CONSTRAINT catalogue_promulgationitem_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT item_kind_known CHECK (((kind)::text = ANY ((ARRAY['new'::character varying, 'amended'::character varying, 'replaced'::character varying, 'abolished'::character varying])::text[])))
);
ALTER TABLE public.catalogue_promulgationitem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_promulgationitem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.catalogue_resultkind (
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    name character varying(300) NOT NULL,
    valid_months smallint,
    valid_as_written character varying(200) NOT NULL,
    version_id bigint NOT NULL,
    CONSTRAINT catalogue_resultkind_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT catalogue_resultkind_valid_months_check CHECK ((valid_months >= 0))
);
ALTER TABLE public.catalogue_resultkind ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.catalogue_resultkind_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);
ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);
ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);
CREATE TABLE public.dossiers_actkey (
    id bigint NOT NULL,
    key uuid NOT NULL,
    ordinal integer NOT NULL,
    first_seq integer NOT NULL,
    last_seq integer NOT NULL,
    dossier_id bigint NOT NULL,
    CONSTRAINT dossiers_actkey_first_seq_check CHECK ((first_seq >= 0)),
    CONSTRAINT dossiers_actkey_last_seq_check CHECK ((last_seq >= 0)),
    CONSTRAINT dossiers_actkey_ordinal_check CHECK ((ordinal >= 0))
);
ALTER TABLE public.dossiers_actkey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dossiers_actkey_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dossiers_askedopinion (
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    step character varying(40) NOT NULL,
    asked_seq integer NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    due_on date NOT NULL,
    consents boolean NOT NULL,
    ended_at timestamp with time zone,
    ended_on date,
    ended_by character varying(24) NOT NULL,
    stance character varying(10) NOT NULL,
    department_id bigint,
    dossier_id bigint NOT NULL,
    office_id bigint NOT NULL,
    CONSTRAINT dossiers_askedopinion_asked_seq_check CHECK ((asked_seq >= 0)),
    CONSTRAINT dossiers_askedopinion_ordinal_check CHECK ((ordinal >= 0))
);
ALTER TABLE public.dossiers_askedopinion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dossiers_askedopinion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dossiers_attachment (
    id bigint NOT NULL,
    number smallint NOT NULL,
    purpose character varying(10) NOT NULL,
    component smallint NOT NULL,
    pages smallint NOT NULL,
    source character varying(8) NOT NULL,
    attached_seq integer NOT NULL,
    attached_at timestamp with time zone NOT NULL,
    detached_seq integer,
    account_id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    position_id bigint NOT NULL,
    reused_from_id bigint,
    CONSTRAINT dossiers_attachment_attached_seq_check CHECK ((attached_seq >= 0)),
    CONSTRAINT dossiers_attachment_component_check CHECK ((component >= 0)),
    CONSTRAINT dossiers_attachment_detached_seq_check CHECK ((detached_seq >= 0)),
    CONSTRAINT dossiers_attachment_number_check CHECK ((number >= 0)),
    CONSTRAINT dossiers_attachment_pages_check CHECK ((pages >= 0)),
    CONSTRAINT file_purpose_known CHECK (((purpose)::text = ANY ((ARRAY['component'::character varying, 'supplement'::character varying, 'draft'::character varying, 'result'::character varying, 'other'::character varying])::text[]))),
    CONSTRAINT file_source_known CHECK (((source)::text = ANY ((ARRAY['upload'::character varying, 'scanner'::character varying, 'reused'::character varying, 'made'::character varying])::text[])))
);
ALTER TABLE public.dossiers_attachment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dossiers_attachment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dossiers_bookentry (
    id bigint NOT NULL,
    book character varying(40) NOT NULL,
    number integer NOT NULL,
    copies integer NOT NULL,
    pages integer NOT NULL,
    done_at timestamp with time zone NOT NULL,
    dossier_id bigint NOT NULL,
    office_id bigint NOT NULL,
    CONSTRAINT dossiers_bookentry_copies_check CHECK ((copies >= 0)),
    CONSTRAINT dossiers_bookentry_number_check CHECK ((number >= 0)),
    CONSTRAINT dossiers_bookentry_pages_check CHECK ((pages >= 0))
);
ALTER TABLE public.dossiers_bookentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dossiers_bookentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dossiers_codebook (
    id bigint NOT NULL,
    day_on date NOT NULL,
    last integer NOT NULL,
    office_id bigint NOT NULL,
    before integer DEFAULT 0 NOT NULL,
    CONSTRAINT dossiers_codebook_before_check CHECK ((before >= 0)),
    CONSTRAINT dossiers_codebook_last_check CHECK ((last >= 0))
);
ALTER TABLE public.dossiers_codebook ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dossiers_codebook_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dossiers_collectionterm (
    id bigint NOT NULL,
    days smallint NOT NULL,
    office_id bigint NOT NULL,
    CONSTRAINT collection_days_sane CHECK (((days >= 1) AND (days <= 365))),
    CONSTRAINT dossiers_collectionterm_days_check CHECK ((days >= 0))
);
ALTER TABLE public.dossiers_collectionterm ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dossiers_collectionterm_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dossiers_dossier (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    code character varying(40) NOT NULL,
    channel character varying(8) NOT NULL,
    copies smallint NOT NULL,
    result_by character varying(8) NOT NULL,
    fee_vnd bigint NOT NULL,
    imported boolean NOT NULL,
    year smallint NOT NULL,
    stage character varying(20) NOT NULL,
    received_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone,
    due_provisional boolean NOT NULL,
    calendar_edition character varying(64) NOT NULL,
    promised_at timestamp with time zone,
    paused_since timestamp with time zone,
    supplements smallint NOT NULL,
    finished_at timestamp with time zone,
    returned_at timestamp with time zone,
    outcome character varying(10) NOT NULL,
    overdue_reason character varying(40) NOT NULL,
    head_seq integer NOT NULL,
    head_hash bytea NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    flow jsonb NOT NULL,
    office_id bigint NOT NULL,
    procedure_version_id bigint NOT NULL,
    process_id bigint NOT NULL,
    handled_by_id bigint,
    CONSTRAINT dossier_channel_known CHECK (((channel)::text = ANY ((ARRAY['direct'::character varying, 'post'::character varying, 'online'::character varying])::text[]))),
    CONSTRAINT dossier_copies_positive CHECK ((copies >= 1)),
    CONSTRAINT dossier_fee_not_negative CHECK ((fee_vnd >= 0)),
    CONSTRAINT dossier_finished_after_received CHECK (((finished_at IS NULL) OR (finished_at >= received_at))),
    CONSTRAINT dossier_outcome_known CHECK ((((outcome)::text = ''::text) OR ((outcome)::text = ANY ((ARRAY['result'::character varying, 'refused'::character varying, 'withdrawn'::character varying, 'stopped'::character varying])::text[])))),
    CONSTRAINT dossier_returned_after_finished CHECK (((returned_at IS NULL) OR (returned_at >= finished_at))),
    CONSTRAINT dossier_stage_known CHECK (((stage)::text = ANY ((ARRAY['submitted'::character varying, 'incomplete'::character varying, 'in_progress'::character varying, 'awaiting_supplement'::character varying, 'suspended'::character varying, 'finished'::character varying, 'returned'::character varying, 'withdrawn'::character varying, 'stopped'::character varying, 'intake_refused'::character varying, 'void'::character varying])::text[]))),
    CONSTRAINT dossiers_dossier_copies_check CHECK ((copies >= 0)),
    CONSTRAINT dossiers_dossier_head_seq_check CHECK ((head_seq >= 0)),
    CONSTRAINT dossiers_dossier_supplements_check CHECK ((supplements >= 0)),
    CONSTRAINT dossiers_dossier_year_check CHECK ((year >= 0)),
    CONSTRAINT result_by_known CHECK (((result_by)::text = ANY ((ARRAY['desk'::character varying, 'post'::character varying])::text[])))
);
ALTER TABLE public.dossiers_dossier ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dossiers_dossier_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dossiers_dossiercomponent (
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    name character varying(500) NOT NULL,
    kind character varying(12) NOT NULL,
    copies smallint NOT NULL,
    applies boolean NOT NULL,
    dossier_id bigint NOT NULL,
    CONSTRAINT dossiers_dossiercomponent_copies_check CHECK ((copies >= 0)),
    CONSTRAINT dossiers_dossiercomponent_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT paper_kind_known CHECK (((kind)::text = ANY ((ARRAY['original'::character varying, 'certified'::character varying, 'copy'::character varying, 'electronic'::character varying])::text[])))
);
ALTER TABLE public.dossiers_dossiercomponent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dossiers_dossiercomponent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dossiers_dossierstep (
    id bigint NOT NULL,
    opened_seq integer NOT NULL,
    key character varying(40) NOT NULL,
    name character varying(200) NOT NULL,
    position_kind character varying(20) NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone,
    seen boolean NOT NULL,
    left_at timestamp with time zone,
    left_seq integer,
    department_id bigint,
    dossier_id bigint NOT NULL,
    office_id bigint NOT NULL,
    taken boolean DEFAULT false NOT NULL,
    assignee uuid,
    CONSTRAINT dossiers_dossierstep_left_seq_check CHECK ((left_seq >= 0)),
    CONSTRAINT dossiers_dossierstep_opened_seq_check CHECK ((opened_seq >= 0))
);
ALTER TABLE public.dossiers_dossierstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dossiers_dossierstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dossiers_draft (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    data jsonb NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    account_id bigint NOT NULL,
    office_id bigint NOT NULL
);
ALTER TABLE public.dossiers_draft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dossiers_draft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dossiers_event (
    id bigint NOT NULL,
    seq integer NOT NULL,
    kind character varying(24) NOT NULL,
    version smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    payload jsonb NOT NULL,
    previous bytea,
    hash bytea NOT NULL,
    year smallint NOT NULL,
    account_id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    position_id bigint NOT NULL,
    CONSTRAINT dossiers_event_seq_check CHECK ((seq >= 0)),
    CONSTRAINT dossiers_event_version_check CHECK ((version >= 0)),
    CONSTRAINT dossiers_event_year_check CHECK ((year >= 0))
);
ALTER TABLE public.dossiers_event ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dossiers_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dossiers_officereason (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    words character varying(120) NOT NULL,
    waits_for_citizen boolean NOT NULL,
    ordinal smallint NOT NULL,
    renamed_from character varying(40) NOT NULL,
    added_on date NOT NULL,
    ended_on date,
    office_id bigint NOT NULL,
    CONSTRAINT dossiers_officereason_ordinal_check CHECK ((ordinal >= 0))
);
ALTER TABLE public.dossiers_officereason ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dossiers_officereason_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dossiers_party (
    id bigint NOT NULL,
    role character varying(10) NOT NULL,
    ordinal smallint NOT NULL,
    kind character varying(12) NOT NULL,
    name character varying(200) NOT NULL,
    search_key character varying(200) NOT NULL,
    sort_key character varying(400) NOT NULL,
    id_number character varying(20) NOT NULL,
    phone character varying(15) NOT NULL,
    address character varying(300) NOT NULL,
    birth_on date,
    authorisation character varying(200) NOT NULL,
    salt bytea NOT NULL,
    dossier_id bigint NOT NULL,
    id_kind character varying(8) DEFAULT ''::character varying NOT NULL,
    no_id_reason character varying(200) DEFAULT ''::character varying NOT NULL,
    email character varying(254) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT dossiers_party_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT party_id_kind_known CHECK ((((id_kind)::text = ''::text) OR ((id_kind)::text = ANY ((ARRAY['cccd'::character varying, 'cmnd'::character varying, 'passport'::character varying, 'tax'::character varying, 'none'::character varying])::text[])))),
    CONSTRAINT party_kind_known CHECK (((kind)::text = ANY ((ARRAY['person'::character varying, 'organisation'::character varying])::text[]))),
    CONSTRAINT party_role_known CHECK (((role)::text = ANY ((ARRAY['owner'::character varying, 'submitter'::character varying, 'collector'::character varying])::text[])))
);
ALTER TABLE public.dossiers_party ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dossiers_party_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dossiers_registercolumn (
    id bigint NOT NULL,
    heading character varying(200) NOT NULL,
    "column" character varying(20) NOT NULL,
    office_id bigint NOT NULL
);
ALTER TABLE public.dossiers_registercolumn ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dossiers_registercolumn_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dossiers_registerimport (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    key uuid NOT NULL,
    file_name character varying(120) NOT NULL,
    ending character varying(4) NOT NULL,
    headings jsonb NOT NULL,
    columns jsonb NOT NULL,
    default_office character varying(60) NOT NULL,
    state character varying(8) NOT NULL,
    total integer NOT NULL,
    done integer NOT NULL,
    new integer NOT NULL,
    known integer NOT NULL,
    bad integer NOT NULL,
    noted integer NOT NULL,
    differing integer NOT NULL,
    found jsonb NOT NULL,
    reason character varying(300) NOT NULL,
    brought_at timestamp with time zone NOT NULL,
    begun_at timestamp with time zone,
    stop_asked_at timestamp with time zone,
    ended_at timestamp with time zone,
    account_id bigint NOT NULL,
    office_id bigint NOT NULL,
    position_id bigint NOT NULL,
    CONSTRAINT dossiers_registerimport_bad_check CHECK ((bad >= 0)),
    CONSTRAINT dossiers_registerimport_differing_check CHECK ((differing >= 0)),
    CONSTRAINT dossiers_registerimport_done_check CHECK ((done >= 0)),
    CONSTRAINT dossiers_registerimport_known_check CHECK ((known >= 0)),
    CONSTRAINT dossiers_registerimport_new_check CHECK ((new >= 0)),
    CONSTRAINT dossiers_registerimport_noted_check CHECK ((noted >= 0)),
    CONSTRAINT dossiers_registerimport_total_check CHECK ((total >= 0)),
    CONSTRAINT register_import_state_known CHECK (((state)::text = ANY ((ARRAY['choosing'::character varying, 'checking'::character varying, 'checked'::character varying, 'writing'::character varying, 'done'::character varying, 'stopped'::character varying, 'failed'::character varying])::text[])))
);
ALTER TABLE public.dossiers_registerimport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dossiers_registerimport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dossiers_scan (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    came_as character varying(64) NOT NULL,
    pages smallint NOT NULL,
    arrived_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    sha256 character varying(64) NOT NULL,
    office_id bigint NOT NULL,
    CONSTRAINT dossiers_scan_pages_check CHECK ((pages >= 0))
);
ALTER TABLE public.dossiers_scan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dossiers_scan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dossiers_shelfplace (
    id bigint NOT NULL,
    place character varying(40) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    dossier_id bigint NOT NULL
);
ALTER TABLE public.dossiers_shelfplace ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dossiers_shelfplace_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.dossiers_text (
    id bigint NOT NULL,
    seq integer NOT NULL,
    place character varying(20) NOT NULL,
    ordinal smallint NOT NULL,
    body text NOT NULL,
    salt bytea NOT NULL,
    dossier_id bigint NOT NULL,
    CONSTRAINT dossiers_text_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT dossiers_text_seq_check CHECK ((seq >= 0))
);
ALTER TABLE public.dossiers_text ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.dossiers_text_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.feedback_complainedof (
    id bigint NOT NULL,
    account_id bigint NOT NULL,
    complaint_id bigint NOT NULL
);
ALTER TABLE public.feedback_complainedof ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_complainedof_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.feedback_complaint (
    id bigint NOT NULL,
    key uuid NOT NULL,
    number character varying(20) NOT NULL,
    kind character varying(12) NOT NULL,
    body text NOT NULL,
    name character varying(200) NOT NULL,
    phone character varying(20) NOT NULL,
    email character varying(254) NOT NULL,
    channel character varying(8) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    term character varying(200) NOT NULL,
    given_at timestamp with time zone,
    answer text NOT NULL,
    finding character varying(12) NOT NULL,
    answered_at timestamp with time zone,
    dossier_id bigint,
    given_to_id bigint,
    office_id bigint NOT NULL,
    CONSTRAINT complaint_answered_in_words CHECK ((((answer = ''::text) AND (answered_at IS NULL) AND ((finding)::text = ''::text)) OR ((answered_at IS NOT NULL) AND ((finding)::text = ANY ((ARRAY['founded'::character varying, 'partly'::character varying, 'unfounded'::character varying])::text[])) AND (NOT (answer = ''::text))))),
    CONSTRAINT complaint_channel_known CHECK (((channel)::text = ANY ((ARRAY['web'::character varying, 'kiosk'::character varying, 'desk'::character varying])::text[]))),
    CONSTRAINT complaint_kind_known CHECK (((kind)::text = ANY ((ARRAY['harassment'::character varying, 'attitude'::character varying, 'papers'::character varying, 'lateness'::character varying, 'other'::character varying])::text[])))
);
ALTER TABLE public.feedback_complaint ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_complaint_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.feedback_complaintbook (
    id bigint NOT NULL,
    day_on date NOT NULL,
    last integer NOT NULL,
    CONSTRAINT feedback_complaintbook_last_check CHECK ((last >= 0))
);
ALTER TABLE public.feedback_complaintbook ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_complaintbook_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.feedback_rating (
    id bigint NOT NULL,
    score smallint NOT NULL,
    channel character varying(8) NOT NULL,
    rated_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    dossier_id bigint NOT NULL,
    office_id bigint NOT NULL,
    CONSTRAINT feedback_rating_score_check CHECK ((score >= 0)),
    CONSTRAINT rating_channel_known CHECK (((channel)::text = ANY ((ARRAY['web'::character varying, 'kiosk'::character varying, 'desk'::character varying])::text[]))),
    CONSTRAINT rating_score_known CHECK (((score >= 1) AND (score <= 5)))
);
ALTER TABLE public.feedback_rating ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.feedback_rating_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fees_bill (
    id bigint NOT NULL,
    amount_vnd bigint NOT NULL,
    billed_at timestamp with time zone NOT NULL,
    dossier_id bigint NOT NULL,
    CONSTRAINT bill_positive CHECK ((amount_vnd > 0))
);
ALTER TABLE public.fees_bill ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fees_bill_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fees_cancellation (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    reason character varying(300) NOT NULL,
    account_id bigint NOT NULL,
    receipt_id bigint NOT NULL,
    CONSTRAINT cancelled_for_a_reason CHECK ((NOT ((reason)::text = ''::text)))
);
ALTER TABLE public.fees_cancellation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fees_cancellation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fees_cashday (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    day_on date NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    opening_vnd bigint NOT NULL,
    opening_note character varying(300) NOT NULL,
    closed_at timestamp with time zone,
    expected_vnd bigint,
    counted_vnd bigint,
    difference_reason character varying(300) NOT NULL,
    signed_at timestamp with time zone,
    account_id bigint NOT NULL,
    office_id bigint NOT NULL,
    position_id bigint NOT NULL,
    signed_by_id bigint,
    CONSTRAINT difference_is_explained CHECK (((counted_vnd IS NULL) OR (counted_vnd = expected_vnd) OR (NOT ((difference_reason)::text = ''::text)))),
    CONSTRAINT drawer_closed_whole CHECK ((((closed_at IS NULL) AND (counted_vnd IS NULL) AND (expected_vnd IS NULL)) OR ((closed_at IS NOT NULL) AND (counted_vnd IS NOT NULL) AND (expected_vnd IS NOT NULL)))),
    CONSTRAINT drawer_holds_no_less_than_nothing CHECK (((opening_vnd >= 0) AND ((counted_vnd IS NULL) OR (counted_vnd >= 0))))
);
ALTER TABLE public.fees_cashday ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fees_cashday_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fees_demand (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    reference character varying(10) NOT NULL,
    amount_vnd bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    asked_by_id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    office_id bigint NOT NULL,
    payment_id bigint,
    CONSTRAINT demand_positive CHECK ((amount_vnd > 0))
);
ALTER TABLE public.fees_demand ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fees_demand_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fees_line (
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(8) NOT NULL,
    quantity character varying(100) NOT NULL,
    full_vnd bigint NOT NULL,
    amount_vnd bigint NOT NULL,
    due character varying(8) NOT NULL,
    article character varying(300) NOT NULL,
    exemption character varying(500) NOT NULL,
    proof character varying(300) NOT NULL,
    reason character varying(300) NOT NULL,
    at_receipt boolean NOT NULL,
    written_at timestamp with time zone NOT NULL,
    cancels_id bigint,
    dossier_id bigint NOT NULL,
    CONSTRAINT bill_line_due_known CHECK (((due)::text = ANY ((ARRAY['intake'::character varying, 'return'::character varying])::text[]))),
    CONSTRAINT bill_line_kind_known CHECK (((kind)::text = ANY ((ARRAY['fee'::character varying, 'charge'::character varying])::text[]))),
    CONSTRAINT exemption_has_its_proof CHECK ((((exemption)::text = ''::text) OR (NOT ((proof)::text = ''::text)))),
    CONSTRAINT fees_line_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT what_takes_back_says_why CHECK ((((amount_vnd >= 0) AND (cancels_id IS NULL)) OR (NOT ((reason)::text = ''::text))))
);
ALTER TABLE public.fees_line ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fees_line_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fees_movement (
    id bigint NOT NULL,
    day_on date NOT NULL,
    at timestamp with time zone NOT NULL,
    kind character varying(10) NOT NULL,
    amount_vnd bigint NOT NULL,
    note character varying(300) NOT NULL,
    cash_day_id bigint,
    office_id bigint NOT NULL,
    payment_id bigint,
    refund_id bigint,
    receipt_id bigint,
    CONSTRAINT movement_goes_its_way CHECK ((((amount_vnd > 0) AND ((kind)::text = ANY ((ARRAY['paid'::character varying, 'reissued'::character varying])::text[]))) OR ((amount_vnd < 0) AND ((kind)::text = ANY ((ARRAY['reversed'::character varying, 'undone'::character varying, 'refunded'::character varying, 'handed_in'::character varying])::text[]))))),
    CONSTRAINT movement_has_its_ground CHECK (((((kind)::text = 'handed_in'::text) AND (payment_id IS NULL) AND (receipt_id IS NULL) AND (refund_id IS NULL)) OR (((kind)::text = ANY ((ARRAY['paid'::character varying, 'reversed'::character varying, 'reissued'::character varying, 'undone'::character varying])::text[])) AND (payment_id IS NOT NULL) AND (receipt_id IS NOT NULL) AND (refund_id IS NULL)) OR (((kind)::text = 'refunded'::text) AND (receipt_id IS NULL) AND (refund_id IS NOT NULL))))
);
ALTER TABLE public.fees_movement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fees_movement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fees_obligation (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    number character varying(100) NOT NULL,
    received_on date NOT NULL,
    due_on date NOT NULL,
    levies jsonb NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    reminded_at timestamp with time zone,
    proof character varying(100) NOT NULL,
    paid_on date,
    met_at timestamp with time zone,
    account_id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    office_id bigint NOT NULL,
    CONSTRAINT notice_due_after_it_came CHECK ((due_on >= received_on)),
    CONSTRAINT notice_met_by_a_proof CHECK ((((met_at IS NULL) AND (paid_on IS NULL) AND ((proof)::text = ''::text)) OR ((met_at IS NOT NULL) AND (paid_on IS NOT NULL) AND (NOT ((proof)::text = ''::text)))))
);
ALTER TABLE public.fees_obligation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fees_obligation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fees_officemoney (
    id bigint NOT NULL,
    tax_code character varying(14) NOT NULL,
    address character varying(200) NOT NULL,
    bank_bin character varying(6) NOT NULL,
    bank_account character varying(19) NOT NULL,
    account_holder character varying(120) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    office_id bigint NOT NULL,
    CONSTRAINT bank_account_whole CHECK (((((bank_account)::text = ''::text) AND ((bank_bin)::text = ''::text)) OR ((NOT ((bank_bin)::text = ''::text)) AND (NOT ((bank_account)::text = ''::text)))))
);
ALTER TABLE public.fees_officemoney ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fees_officemoney_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fees_payment (
    id bigint NOT NULL,
    key uuid NOT NULL,
    method character varying(8) NOT NULL,
    amount_vnd bigint NOT NULL,
    paid_at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    account_id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    office_id bigint NOT NULL,
    position_id bigint NOT NULL,
    CONSTRAINT payment_method_known CHECK (((method)::text = ANY ((ARRAY['cash'::character varying, 'transfer'::character varying, 'vietqr'::character varying])::text[]))),
    CONSTRAINT payment_positive CHECK ((amount_vnd > 0))
);
ALTER TABLE public.fees_payment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fees_payment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fees_receipt (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    number bigint NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    payer character varying(200) NOT NULL,
    payer_address character varying(300) NOT NULL,
    lines jsonb NOT NULL,
    amount_vnd bigint NOT NULL,
    method character varying(8) NOT NULL,
    office_name character varying(200) NOT NULL,
    tax_code character varying(14) NOT NULL,
    office_address character varying(200) NOT NULL,
    officer character varying(120) NOT NULL,
    account_id bigint NOT NULL,
    payment_id bigint NOT NULL,
    replaces_id bigint,
    book_id bigint NOT NULL,
    CONSTRAINT fees_receipt_number_check CHECK ((number >= 0)),
    CONSTRAINT receipt_positive CHECK ((amount_vnd > 0))
);
ALTER TABLE public.fees_receipt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fees_receipt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fees_receiptbook (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    template character varying(20) NOT NULL,
    serial character varying(20) NOT NULL,
    first bigint NOT NULL,
    until bigint NOT NULL,
    last bigint NOT NULL,
    digits smallint NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    close_reason character varying(300) NOT NULL,
    office_id bigint NOT NULL,
    opened_by_id bigint NOT NULL,
    CONSTRAINT book_gives_its_own_numbers CHECK (((last >= (first - 1)) AND (last <= until))),
    CONSTRAINT book_has_numbers CHECK (((first >= 1) AND (until >= first))),
    CONSTRAINT fees_receiptbook_digits_check CHECK ((digits >= 0)),
    CONSTRAINT fees_receiptbook_first_check CHECK ((first >= 0)),
    CONSTRAINT fees_receiptbook_last_check CHECK ((last >= 0)),
    CONSTRAINT fees_receiptbook_until_check CHECK ((until >= 0))
);
ALTER TABLE public.fees_receiptbook ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fees_receiptbook_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fees_refund (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    amount_vnd bigint NOT NULL,
    reason character varying(300) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    approved boolean,
    decided_at timestamp with time zone,
    decision character varying(300) NOT NULL,
    year smallint,
    number integer,
    paid_at timestamp with time zone,
    asked_by_id bigint NOT NULL,
    decided_by_id bigint,
    paid_by_id bigint,
    payment_id bigint NOT NULL,
    CONSTRAINT fees_refund_number_check CHECK ((number >= 0)),
    CONSTRAINT fees_refund_year_check CHECK ((year >= 0)),
    CONSTRAINT refund_decided_by_another CHECK (((decided_by_id IS NULL) OR (NOT ((decided_by_id = asked_by_id) AND (decided_by_id IS NOT NULL))))),
    CONSTRAINT refund_decided_whole CHECK ((((approved IS NULL) AND (decided_at IS NULL) AND (decided_by_id IS NULL)) OR ((approved IS NOT NULL) AND (decided_at IS NOT NULL) AND (decided_by_id IS NOT NULL)))),
    CONSTRAINT refund_paid_once_approved CHECK (((paid_at IS NULL) OR (approved AND (number IS NOT NULL)))),
    CONSTRAINT refund_positive CHECK ((amount_vnd > 0))
);
ALTER TABLE public.fees_refund ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fees_refund_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fees_statementline (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    digest character varying(64) NOT NULL,
    booked_on date NOT NULL,
    amount_vnd bigint NOT NULL,
    content character varying(500) NOT NULL,
    bank_number character varying(60) NOT NULL,
    verdict character varying(12) NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    note character varying(300) NOT NULL,
    imported_by_id bigint NOT NULL,
    office_id bigint NOT NULL,
    payment_id bigint,
    CONSTRAINT by_hand_says_why CHECK (((NOT ((verdict)::text = 'by_hand'::text)) OR (NOT ((note)::text = ''::text)))),
    CONSTRAINT credit_positive CHECK ((amount_vnd > 0))
);
ALTER TABLE public.fees_statementline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fees_statementline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.fees_transferslip (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    year smallint NOT NULL,
    number integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    facts jsonb NOT NULL,
    account_id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    office_id bigint NOT NULL,
    CONSTRAINT fees_transferslip_number_check CHECK ((number >= 0)),
    CONSTRAINT fees_transferslip_year_check CHECK ((year >= 0))
);
ALTER TABLE public.fees_transferslip ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.fees_transferslip_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.files_stored (
    id bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    size_bytes bigint NOT NULL,
    media_type character varying(100) NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    CONSTRAINT file_sha256 CHECK (((sha256)::text ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT file_size_not_negative CHECK ((size_bytes >= 0))
);
ALTER TABLE public.files_stored ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.files_stored_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.identity_account (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    uuid uuid NOT NULL,
    username character varying(60) NOT NULL,
    full_name character varying(120) NOT NULL,
    sort_key character varying(240) NOT NULL,
    is_active boolean NOT NULL,
    demo boolean NOT NULL,
    must_change boolean NOT NULL,
    CONSTRAINT username_is_plain CHECK (((username)::text ~ '^[a-z0-9][a-z0-9._-]*$'::text))
);
ALTER TABLE public.identity_account ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.identity_account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.identity_delegation (
    id bigint NOT NULL,
    from_at timestamp with time zone NOT NULL,
    until_at timestamp with time zone NOT NULL,
    reason character varying(200) NOT NULL,
    to_account_id bigint NOT NULL,
    holding_id bigint NOT NULL,
    CONSTRAINT delegation_ends_after_it_begins CHECK ((until_at > from_at))
);
ALTER TABLE public.identity_delegation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.identity_delegation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.identity_holding (
    id bigint NOT NULL,
    from_on date NOT NULL,
    until_on date,
    account_id bigint NOT NULL,
    position_id bigint NOT NULL,
    CONSTRAINT holding_ends_no_earlier_than_it_begins CHECK (((until_on IS NULL) OR (until_on >= from_on)))
);
ALTER TABLE public.identity_holding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.identity_holding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.identity_position (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    kind character varying(20) NOT NULL,
    title character varying(120) NOT NULL,
    department_id bigint,
    office_id bigint NOT NULL,
    CONSTRAINT position_kind_known CHECK (((kind)::text = ANY ((ARRAY['BP_MOT_CUA'::character varying, 'CHUYEN_VIEN'::character varying, 'LANH_DAO_PHONG'::character varying, 'LANH_DAO_UBND'::character varying, 'VAN_THU'::character varying, 'KIEM_SOAT_TTHC'::character varying, 'NOI_VU'::character varying, 'QUAN_TRI'::character varying, 'CAP_TREN'::character varying, 'CHUONG_TRINH'::character varying])::text[])))
);
ALTER TABLE public.identity_position ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.identity_position_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.jobs_last_run (
    id bigint NOT NULL,
    name character varying(100) NOT NULL,
    succeeded_at timestamp with time zone,
    failed_at timestamp with time zone,
    note character varying(500) NOT NULL
);
ALTER TABLE public.jobs_last_run ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.jobs_last_run_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.organization_calendaredition (
    id bigint NOT NULL,
    edition character varying(64) NOT NULL,
    document jsonb NOT NULL,
    source character varying(300) NOT NULL,
    in_force_at timestamp with time zone NOT NULL,
    office_id bigint,
    account uuid,
    year smallint,
    CONSTRAINT organization_calendaredition_year_check CHECK ((year >= 0))
);
ALTER TABLE public.organization_calendaredition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organization_calendaredition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.organization_counter (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    ordinal smallint NOT NULL,
    ended_on date,
    office_id bigint NOT NULL,
    CONSTRAINT organization_counter_ordinal_check CHECK ((ordinal >= 0))
);
ALTER TABLE public.organization_counter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organization_counter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.organization_department (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    ordinal smallint NOT NULL,
    has_desk boolean NOT NULL,
    note character varying(200) NOT NULL,
    office_id bigint NOT NULL,
    ended_on date,
    CONSTRAINT organization_department_ordinal_check CHECK ((ordinal >= 0))
);
ALTER TABLE public.organization_department ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organization_department_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.organization_deskprice (
    id bigint NOT NULL,
    key character varying(30) NOT NULL,
    price_vnd bigint NOT NULL,
    source character varying(300) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    office_id bigint NOT NULL,
    CONSTRAINT desk_price_not_negative CHECK ((price_vnd >= 0))
);
ALTER TABLE public.organization_deskprice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organization_deskprice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.organization_desksurvey (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    surveyed_on date NOT NULL,
    found jsonb NOT NULL,
    three_no boolean NOT NULL,
    note character varying(300) NOT NULL,
    source character varying(300) NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    recorded_title character varying(120) NOT NULL,
    taken_back_at timestamp with time zone,
    taken_back_by uuid,
    taken_back_because character varying(300) NOT NULL,
    office_id bigint NOT NULL,
    CONSTRAINT survey_taken_back_for_a_reason CHECK ((((taken_back_at IS NULL) AND ((taken_back_because)::text = ''::text)) OR ((taken_back_at IS NOT NULL) AND (NOT ((taken_back_because)::text = ''::text)))))
);
ALTER TABLE public.organization_desksurvey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organization_desksurvey_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.organization_installation (
    one boolean NOT NULL,
    demonstration boolean NOT NULL,
    demo_now timestamp with time zone,
    heartbeat_at timestamp with time zone,
    running boolean NOT NULL,
    reference_hash character varying(64) NOT NULL,
    founded_at timestamp with time zone,
    office_id bigint,
    CONSTRAINT one_installation CHECK (one)
);
CREATE TABLE public.organization_office (
    id bigint NOT NULL,
    slug character varying(50) NOT NULL,
    name character varying(120) NOT NULL,
    short_name character varying(60) NOT NULL,
    kind character varying(10) NOT NULL,
    agency_code character varying(35) NOT NULL,
    admin_code character varying(10) NOT NULL,
    ordinal smallint NOT NULL,
    desk boolean NOT NULL,
    desk_name character varying(120) NOT NULL,
    place_name character varying(60) NOT NULL,
    phone character varying(20) NOT NULL,
    address character varying(200) NOT NULL,
    established_on date NOT NULL,
    dissolved_on date,
    source character varying(300) NOT NULL,
    parent_id bigint,
    successor_id bigint,
    CONSTRAINT office_ends_after_it_begins CHECK (((dissolved_on IS NULL) OR (dissolved_on > established_on))),
    CONSTRAINT office_kind_known CHECK (((kind)::text = ANY ((ARRAY['province'::character varying, 'town'::character varying, 'ward'::character varying, 'commune'::character varying, 'outside'::character varying])::text[]))),
    CONSTRAINT organization_office_ordinal_check CHECK ((ordinal >= 0))
);
ALTER TABLE public.organization_office ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organization_office_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.organization_officename (
    id bigint NOT NULL,
    effective_on date NOT NULL,
    name character varying(120) NOT NULL,
    short_name character varying(60) NOT NULL,
    kind character varying(10) NOT NULL,
    agency_code character varying(35) NOT NULL,
    admin_code character varying(10) NOT NULL,
    place_name character varying(60) NOT NULL,
    source character varying(300) NOT NULL,
    office_id bigint NOT NULL,
    parent_id bigint,
    reorganization_id bigint,
    CONSTRAINT office_name_kind_known CHECK (((kind)::text = ANY ((ARRAY['province'::character varying, 'town'::character varying, 'ward'::character varying, 'commune'::character varying, 'outside'::character varying])::text[])))
);
ALTER TABLE public.organization_officename ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organization_officename_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.organization_reorganization (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    key character varying(60) NOT NULL,
    kind character varying(8) NOT NULL,
    effective_on date NOT NULL,
    instrument character varying(200) NOT NULL,
    mark character varying(1) NOT NULL,
    source character varying(300) NOT NULL,
    document jsonb NOT NULL,
    proposed_by uuid,
    proposed_at timestamp with time zone,
    approved_by uuid,
    approved_at timestamp with time zone,
    taken_back_by uuid,
    taken_back_at timestamp with time zone,
    settled_at timestamp with time zone,
    CONSTRAINT reorganization_by_two_people CHECK (((approved_by IS NULL) OR (NOT ((approved_by = proposed_by) AND (approved_by IS NOT NULL) AND (proposed_by IS NOT NULL))))),
    CONSTRAINT reorganization_kind_known CHECK (((kind)::text = ANY ((ARRAY['merge'::character varying, 'split'::character varying, 'rename'::character varying, 'move'::character varying])::text[])))
);
ALTER TABLE public.organization_reorganization ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organization_reorganization_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.organization_succession (
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    procedures jsonb NOT NULL,
    fields jsonb NOT NULL,
    places jsonb NOT NULL,
    predecessor_id bigint NOT NULL,
    reorganization_id bigint NOT NULL,
    successor_id bigint NOT NULL,
    CONSTRAINT nobody_succeeds_oneself CHECK ((NOT (predecessor_id = successor_id))),
    CONSTRAINT organization_succession_ordinal_check CHECK ((ordinal >= 0))
);
ALTER TABLE public.organization_succession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.organization_succession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.outgoing_attempt (
    id bigint NOT NULL,
    number smallint NOT NULL,
    channel character varying(8) NOT NULL,
    wording character varying(40) NOT NULL,
    may_repeat boolean NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    ending character varying(10) NOT NULL,
    note character varying(80) NOT NULL,
    message_id bigint NOT NULL,
    CONSTRAINT attempt_ending_known CHECK ((((ended_at IS NULL) AND ((ending)::text = ''::text)) OR ((ended_at IS NOT NULL) AND ((ending)::text = ANY ((ARRAY['sent'::character varying, 'temporary'::character varying, 'permanent'::character varying, 'unclear'::character varying, 'lost'::character varying])::text[]))))),
    CONSTRAINT outgoing_attempt_number_check CHECK ((number >= 0))
);
ALTER TABLE public.outgoing_attempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outgoing_attempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.outgoing_officewording (
    id bigint NOT NULL,
    kind character varying(24) NOT NULL,
    form character varying(8) NOT NULL,
    subject character varying(200) NOT NULL,
    body text NOT NULL,
    shipped boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    account uuid NOT NULL,
    office_id bigint NOT NULL
);
ALTER TABLE public.outgoing_officewording ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outgoing_officewording_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.outgoing_outboxmessage (
    id bigint NOT NULL,
    seq integer NOT NULL,
    kind character varying(24) NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    held boolean NOT NULL,
    dossier_id bigint NOT NULL,
    ordinal smallint DEFAULT 0 NOT NULL,
    doubtful boolean DEFAULT false NOT NULL,
    next_at timestamp with time zone,
    settled_at timestamp with time zone,
    settled_by uuid,
    state character varying(10) DEFAULT 'waiting'::character varying NOT NULL,
    why character varying(12) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT message_sent_has_its_moment CHECK ((((sent_at IS NOT NULL) AND ((state)::text = 'sent'::text)) OR ((NOT ((state)::text = 'sent'::text)) AND (sent_at IS NULL)))),
    CONSTRAINT message_state_known CHECK (((state)::text = ANY ((ARRAY['waiting'::character varying, 'sent'::character varying, 'person'::character varying, 'called'::character varying, 'printed'::character varying, 'cancelled'::character varying, 'passed'::character varying])::text[]))),
    CONSTRAINT message_why_known CHECK ((((why)::text = ''::text) OR ((why)::text = ANY ((ARRAY['no_address'::character varying, 'no_channel'::character varying, 'refused'::character varying, 'exhausted'::character varying, 'unclear'::character varying, 'stale'::character varying, 'undone'::character varying, 'void'::character varying, 'in_hand'::character varying])::text[])))),
    CONSTRAINT outgoing_outboxmessage_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT outgoing_outboxmessage_seq_check CHECK ((seq >= 0))
);
ALTER TABLE public.outgoing_outboxmessage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outgoing_outboxmessage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.outgoing_trialletter (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    channel character varying(8) NOT NULL,
    address character varying(254) NOT NULL,
    subject character varying(300) NOT NULL,
    body text NOT NULL,
    key uuid NOT NULL,
    office_id bigint
);
ALTER TABLE public.outgoing_trialletter ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outgoing_trialletter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.papers_document (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    ref character varying(20) NOT NULL,
    kind character varying(12) NOT NULL,
    is_result boolean NOT NULL,
    subject character varying(300) NOT NULL,
    recipient character varying(300) NOT NULL,
    body text NOT NULL,
    search character varying(700) NOT NULL,
    standing character varying(12) NOT NULL,
    year smallint,
    number integer,
    issued_at timestamp with time zone,
    valid_from_on date,
    valid_until_on date,
    signer_title character varying(120) NOT NULL,
    signer_name character varying(120) NOT NULL,
    signatures smallint NOT NULL,
    revoked_by character varying(120) NOT NULL,
    revoked_because character varying(300) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    dossier_id bigint,
    file_id bigint,
    office_id bigint NOT NULL,
    seq integer NOT NULL,
    CONSTRAINT a_number_has_its_year CHECK ((((number IS NULL) AND (year IS NULL)) OR ((number > 0) AND (year > 0)))),
    CONSTRAINT papers_document_number_check CHECK ((number >= 0)),
    CONSTRAINT papers_document_seq_check CHECK ((seq >= 0)),
    CONSTRAINT papers_document_signatures_check CHECK ((signatures >= 0)),
    CONSTRAINT papers_document_year_check CHECK ((year >= 0))
);
ALTER TABLE public.papers_document ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_document_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.papers_documenthappening (
    id bigint NOT NULL,
    step character varying(12) NOT NULL,
    at timestamp with time zone NOT NULL,
    words character varying(300) NOT NULL,
    account_id bigint NOT NULL,
    document_id bigint NOT NULL,
    position_id bigint NOT NULL
);
ALTER TABLE public.papers_documenthappening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_documenthappening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.papers_documenttemplate (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    name character varying(120) NOT NULL,
    procedure character varying(100) NOT NULL,
    retired_at timestamp with time zone,
    office_id bigint NOT NULL
);
ALTER TABLE public.papers_documenttemplate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_documenttemplate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.papers_documentversion (
    id bigint NOT NULL,
    number integer NOT NULL,
    sha256 character varying(64) NOT NULL,
    fields jsonb NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    account_id bigint NOT NULL,
    template_id bigint NOT NULL,
    CONSTRAINT papers_documentversion_number_check CHECK ((number >= 0))
);
ALTER TABLE public.papers_documentversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_documentversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.papers_filling (
    id bigint NOT NULL,
    filled_at timestamp with time zone NOT NULL,
    sha256 character varying(64) NOT NULL,
    account_id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    position_id bigint NOT NULL,
    version_id bigint NOT NULL
);
ALTER TABLE public.papers_filling ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_filling_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.papers_handoverdifference (
    id bigint NOT NULL,
    words character varying(300) NOT NULL,
    said_at timestamp with time zone NOT NULL,
    account_id bigint NOT NULL,
    line_id bigint NOT NULL
);
ALTER TABLE public.papers_handoverdifference ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_handoverdifference_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.papers_handoverline (
    id bigint NOT NULL,
    ordinal smallint NOT NULL,
    step character varying(40) NOT NULL,
    opened_seq integer NOT NULL,
    dossier_id bigint NOT NULL,
    list_id bigint NOT NULL,
    CONSTRAINT papers_handoverline_opened_seq_check CHECK ((opened_seq >= 0)),
    CONSTRAINT papers_handoverline_ordinal_check CHECK ((ordinal >= 0))
);
ALTER TABLE public.papers_handoverline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_handoverline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.papers_handoverlist (
    id bigint NOT NULL,
    year smallint NOT NULL,
    number integer NOT NULL,
    key uuid NOT NULL,
    made_at timestamp with time zone NOT NULL,
    printed_at timestamp with time zone,
    account_id bigint NOT NULL,
    department_id bigint NOT NULL,
    office_id bigint NOT NULL,
    position_id bigint NOT NULL,
    CONSTRAINT papers_handoverlist_number_check CHECK ((number >= 0)),
    CONSTRAINT papers_handoverlist_year_check CHECK ((year >= 0))
);
ALTER TABLE public.papers_handoverlist ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_handoverlist_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.papers_numberbook (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    year smallint NOT NULL,
    last integer NOT NULL,
    office_id bigint NOT NULL,
    CONSTRAINT papers_numberbook_last_check CHECK ((last >= 0)),
    CONSTRAINT papers_numberbook_year_check CHECK ((year >= 0))
);
ALTER TABLE public.papers_numberbook ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_numberbook_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.papers_officemark (
    id bigint NOT NULL,
    line character varying(120) NOT NULL,
    logo_sha256 character varying(64) NOT NULL,
    logo_width smallint NOT NULL,
    logo_height smallint NOT NULL,
    office_id bigint NOT NULL,
    CONSTRAINT papers_officemark_logo_height_check CHECK ((logo_height >= 0)),
    CONSTRAINT papers_officemark_logo_width_check CHECK ((logo_width >= 0))
);
ALTER TABLE public.papers_officemark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_officemark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.papers_print (
    id bigint NOT NULL,
    form character varying(20) NOT NULL,
    seq integer NOT NULL,
    ordinal integer NOT NULL,
    printed_at timestamp with time zone NOT NULL,
    account_id bigint NOT NULL,
    dossier_id bigint,
    position_id bigint NOT NULL,
    subject character varying(80) NOT NULL,
    CONSTRAINT papers_print_ordinal_check CHECK ((ordinal >= 0)),
    CONSTRAINT papers_print_seq_check CHECK ((seq >= 0)),
    CONSTRAINT print_from_one CHECK ((ordinal >= 1)),
    CONSTRAINT print_of_a_dossier_or_a_subject CHECK ((((dossier_id IS NOT NULL) AND ((subject)::text = ''::text)) OR ((dossier_id IS NULL) AND (NOT ((subject)::text = ''::text)))))
);
ALTER TABLE public.papers_print ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_print_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.papers_printbatch (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    key uuid NOT NULL,
    kind character varying(10) NOT NULL,
    asked jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    state character varying(8) NOT NULL,
    total integer NOT NULL,
    done integer NOT NULL,
    reason character varying(300) NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    stop_asked_at timestamp with time zone,
    ended_at timestamp with time zone,
    expires_at timestamp with time zone,
    sha256 character varying(64) NOT NULL,
    size_bytes bigint NOT NULL,
    account_id bigint NOT NULL,
    position_id bigint NOT NULL,
    CONSTRAINT batch_state_known CHECK (((state)::text = ANY ((ARRAY['waiting'::character varying, 'running'::character varying, 'done'::character varying, 'stopped'::character varying, 'failed'::character varying])::text[]))),
    CONSTRAINT papers_printbatch_done_check CHECK ((done >= 0)),
    CONSTRAINT papers_printbatch_total_check CHECK ((total >= 0))
);
ALTER TABLE public.papers_printbatch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_printbatch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.papers_signingkey (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    name character varying(200) NOT NULL,
    organization character varying(200) NOT NULL,
    issuer character varying(200) NOT NULL,
    serial character varying(64) NOT NULL,
    fingerprint character varying(64) NOT NULL,
    from_at timestamp with time zone NOT NULL,
    until_at timestamp with time zone NOT NULL,
    added_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    account_id bigint,
    office_id bigint NOT NULL,
    position_id bigint
);
ALTER TABLE public.papers_signingkey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.papers_signingkey_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);
CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;
CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;
CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);
CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;
CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);
ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_confirmation (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    figures jsonb NOT NULL,
    sha256 character varying(64) NOT NULL,
    known_at timestamp with time zone NOT NULL,
    title character varying(120) NOT NULL,
    person character varying(120) NOT NULL,
    ended_at timestamp with time zone,
    ended_by character varying(10) NOT NULL,
    because character varying(300) NOT NULL,
    account_id bigint NOT NULL,
    position_id bigint NOT NULL,
    of_id bigint,
    unit_id bigint NOT NULL,
    sheet_id bigint,
    CONSTRAINT confirmation_ended_somehow CHECK ((((ended_at IS NULL) AND ((ended_by)::text = ''::text)) OR ((ended_at IS NOT NULL) AND ((ended_by)::text = ANY ((ARRAY['take_back'::character varying, 'send_back'::character varying])::text[]))))),
    CONSTRAINT confirmation_sha256 CHECK (((sha256)::text ~ '^[0-9a-f]{64}$'::text))
);
ALTER TABLE public.reports_confirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_confirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_consolidation (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    report character varying(20) NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL,
    as_of_on date NOT NULL,
    due_on date NOT NULL,
    note character varying(300) NOT NULL,
    standing character varying(10) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    frozen jsonb,
    sha256 character varying(64) NOT NULL,
    office_id bigint NOT NULL,
    CONSTRAINT consolidation_frozen_once_closed CHECK ((((closed_at IS NOT NULL) AND (frozen IS NOT NULL) AND ((sha256)::text ~ '^[0-9a-f]{64}$'::text) AND ((standing)::text = 'closed'::text)) OR ((NOT ((standing)::text = 'closed'::text)) AND (closed_at IS NULL) AND (frozen = 'null'::jsonb) AND ((sha256)::text = ''::text)))),
    CONSTRAINT consolidation_judged_within CHECK (((as_of_on <= to_on) AND (from_on <= as_of_on))),
    CONSTRAINT consolidation_standing_known CHECK (((standing)::text = ANY ((ARRAY['open'::character varying, 'closed'::character varying, 'cancelled'::character varying])::text[])))
);
ALTER TABLE public.reports_consolidation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_consolidation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_consolidationhappening (
    id bigint NOT NULL,
    step character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    words character varying(300) NOT NULL,
    account_id bigint NOT NULL,
    consolidation_id bigint NOT NULL,
    position_id bigint NOT NULL,
    unit_id bigint,
    CONSTRAINT consolidation_step_known CHECK (((step)::text = ANY ((ARRAY['open'::character varying, 'switch'::character varying, 'enter'::character varying, 'confirm'::character varying, 'take_back'::character varying, 'send_back'::character varying, 'remind'::character varying, 'close'::character varying, 'reopen'::character varying, 'cancel'::character varying])::text[])))
);
ALTER TABLE public.reports_consolidationhappening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_consolidationhappening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_consolidationreminder (
    id bigint NOT NULL,
    day_on date NOT NULL,
    reminded_at timestamp with time zone NOT NULL,
    unit_id bigint NOT NULL
);
ALTER TABLE public.reports_consolidationreminder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_consolidationreminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_consolidationunit (
    id bigint NOT NULL,
    own boolean NOT NULL,
    on_paper boolean NOT NULL,
    consolidation_id bigint NOT NULL,
    office_id bigint NOT NULL
);
ALTER TABLE public.reports_consolidationunit ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_consolidationunit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_fieldtally (
    id bigint NOT NULL,
    moved_on date NOT NULL,
    movement character varying(12) NOT NULL,
    count integer NOT NULL,
    field character varying(120) NOT NULL,
    channel character varying(8) NOT NULL,
    office_id bigint NOT NULL,
    CONSTRAINT field_tally_known CHECK (((movement)::text = ANY ((ARRAY['received'::character varying, 'early'::character varying, 'on_time'::character varying, 'overdue'::character varying, 'fell_due'::character varying, 'settled_late'::character varying, 'voided'::character varying])::text[])))
);
ALTER TABLE public.reports_fieldtally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_fieldtally_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_narrative (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL,
    standing character varying(10) NOT NULL,
    amendment smallint NOT NULL,
    because character varying(300) NOT NULL,
    frozen jsonb,
    sha256 character varying(64) NOT NULL,
    known_at timestamp with time zone,
    signer_title character varying(120) NOT NULL,
    signer_name character varying(120) NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    amends_id bigint,
    document_id bigint,
    office_id bigint NOT NULL,
    CONSTRAINT narrative_amends_in_order CHECK ((((amendment = 0) AND (amends_id IS NULL)) OR ((amendment > 0) AND (amends_id IS NOT NULL)))),
    CONSTRAINT narrative_frozen_once_signed CHECK ((((frozen IS NOT NULL) AND (known_at IS NOT NULL) AND ((sha256)::text ~ '^[0-9a-f]{64}$'::text) AND ((standing)::text = ANY ((ARRAY['signed'::character varying, 'issued'::character varying])::text[]))) OR ((NOT ((standing)::text = ANY ((ARRAY['signed'::character varying, 'issued'::character varying])::text[]))) AND (frozen = 'null'::jsonb) AND ((sha256)::text = ''::text)))),
    CONSTRAINT narrative_not_backwards CHECK ((to_on >= from_on)),
    CONSTRAINT narrative_standing_known CHECK (((standing)::text = ANY ((ARRAY['draft'::character varying, 'submitted'::character varying, 'signed'::character varying, 'issued'::character varying, 'cancelled'::character varying])::text[]))),
    CONSTRAINT reports_narrative_amendment_check CHECK ((amendment >= 0))
);
ALTER TABLE public.reports_narrative ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_narrative_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_narrativecomment (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    key character varying(20) NOT NULL,
    body character varying(1000) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    account_id bigint NOT NULL,
    narrative_id bigint NOT NULL,
    position_id bigint NOT NULL,
    settled_by_id bigint
);
ALTER TABLE public.reports_narrativecomment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_narrativecomment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_narrativehappening (
    id bigint NOT NULL,
    step character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    words character varying(300) NOT NULL,
    account_id bigint NOT NULL,
    narrative_id bigint NOT NULL,
    position_id bigint NOT NULL,
    CONSTRAINT narrative_step_known CHECK (((step)::text = ANY ((ARRAY['draft'::character varying, 'write'::character varying, 'comment'::character varying, 'settle'::character varying, 'submit'::character varying, 'take_back'::character varying, 'send_back'::character varying, 'sign'::character varying, 'issue'::character varying, 'amend'::character varying, 'cancel'::character varying])::text[])))
);
ALTER TABLE public.reports_narrativehappening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_narrativehappening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_narrativesection (
    id bigint NOT NULL,
    key character varying(20) NOT NULL,
    body text NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    narrative_id bigint NOT NULL
);
ALTER TABLE public.reports_narrativesection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_narrativesection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_officetally (
    id bigint NOT NULL,
    moved_on date NOT NULL,
    movement character varying(12) NOT NULL,
    count integer NOT NULL,
    received_on date NOT NULL,
    office_id bigint NOT NULL,
    CONSTRAINT office_tally_known CHECK (((movement)::text = ANY ((ARRAY['received'::character varying, 'early'::character varying, 'on_time'::character varying, 'overdue'::character varying, 'fell_due'::character varying, 'settled_late'::character varying, 'voided'::character varying])::text[])))
);
ALTER TABLE public.reports_officetally ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_officetally_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_papersheet (
    id bigint NOT NULL,
    uuid uuid NOT NULL,
    lines jsonb NOT NULL,
    source character varying(300) NOT NULL,
    file_name character varying(200) NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    account_id bigint NOT NULL,
    file_id bigint,
    position_id bigint NOT NULL,
    unit_id bigint NOT NULL
);
ALTER TABLE public.reports_papersheet ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_papersheet_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_waitingtime (
    id bigint NOT NULL,
    dossiers integer NOT NULL,
    median integer NOT NULL,
    ninetieth integer NOT NULL,
    office_id bigint NOT NULL,
    procedure_id bigint NOT NULL,
    renewal_id bigint NOT NULL,
    CONSTRAINT reports_waitingtime_dossiers_check CHECK ((dossiers >= 0)),
    CONSTRAINT reports_waitingtime_median_check CHECK ((median >= 0)),
    CONSTRAINT reports_waitingtime_ninetieth_check CHECK ((ninetieth >= 0)),
    CONSTRAINT waiting_time_in_order CHECK ((ninetieth >= median)),
    CONSTRAINT waiting_time_of_enough CHECK ((dossiers >= 10))
);
ALTER TABLE public.reports_waitingtime ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_waitingtime_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
CREATE TABLE public.reports_waitingtimesrenewal (
    id bigint NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL,
    renewed_at timestamp with time zone NOT NULL,
    CONSTRAINT waiting_times_days_in_order CHECK ((to_on > from_on)),
    CONSTRAINT waiting_times_renewed_once CHECK ((id = 1))
);
ALTER TABLE public.reports_waitingtimesrenewal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_waitingtimesrenewal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);
ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);
ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);
INSERT INTO public.auth_permission VALUES (1, 'Can add permission', 1, 'add_permission');
INSERT INTO public.auth_permission VALUES (2, 'Can change permission', 1, 'change_permission');
INSERT INTO public.auth_permission VALUES (3, 'Can delete permission', 1, 'delete_permission');
INSERT INTO public.auth_permission VALUES (4, 'Can view permission', 1, 'view_permission');
INSERT INTO public.auth_permission VALUES (5, 'Can add group', 2, 'add_group');
INSERT INTO public.auth_permission VALUES (6, 'Can change group', 2, 'change_group');
INSERT INTO public.auth_permission VALUES (7, 'Can delete group', 2, 'delete_group');
INSERT INTO public.auth_permission VALUES (8, 'Can view group', 2, 'view_group');
INSERT INTO public.auth_permission VALUES (9, 'Can add content type', 3, 'add_contenttype');
INSERT INTO public.auth_permission VALUES (10, 'Can change content type', 3, 'change_contenttype');
INSERT INTO public.auth_permission VALUES (11, 'Can delete content type', 3, 'delete_contenttype');
INSERT INTO public.auth_permission VALUES (12, 'Can view content type', 3, 'view_contenttype');
INSERT INTO public.auth_permission VALUES (13, 'Can add session', 4, 'add_session');
INSERT INTO public.auth_permission VALUES (14, 'Can change session', 4, 'change_session');
INSERT INTO public.auth_permission VALUES (15, 'Can delete session', 4, 'delete_session');
INSERT INTO public.auth_permission VALUES (16, 'Can view session', 4, 'view_session');
INSERT INTO public.auth_permission VALUES (17, 'Can add access attempt', 5, 'add_accessattempt');
INSERT INTO public.auth_permission VALUES (18, 'Can change access attempt', 5, 'change_accessattempt');
INSERT INTO public.auth_permission VALUES (19, 'Can delete access attempt', 5, 'delete_accessattempt');
INSERT INTO public.auth_permission VALUES (20, 'Can view access attempt', 5, 'view_accessattempt');
INSERT INTO public.auth_permission VALUES (21, 'Can add access log', 6, 'add_accesslog');
INSERT INTO public.auth_permission VALUES (22, 'Can change access log', 6, 'change_accesslog');
INSERT INTO public.auth_permission VALUES (23, 'Can delete access log', 6, 'delete_accesslog');
INSERT INTO public.auth_permission VALUES (24, 'Can view access log', 6, 'view_accesslog');
INSERT INTO public.auth_permission VALUES (25, 'Can add access failure', 7, 'add_accessfailurelog');
INSERT INTO public.auth_permission VALUES (26, 'Can change access failure', 7, 'change_accessfailurelog');
INSERT INTO public.auth_permission VALUES (27, 'Can delete access failure', 7, 'delete_accessfailurelog');
INSERT INTO public.auth_permission VALUES (28, 'Can view access failure', 7, 'view_accessfailurelog');
INSERT INTO public.auth_permission VALUES (29, 'Can add access attempt expiration', 8, 'add_accessattemptexpiration');
INSERT INTO public.auth_permission VALUES (30, 'Can change access attempt expiration', 8, 'change_accessattemptexpiration');
INSERT INTO public.auth_permission VALUES (31, 'Can delete access attempt expiration', 8, 'delete_accessattemptexpiration');
INSERT INTO public.auth_permission VALUES (32, 'Can view access attempt expiration', 8, 'view_accessattemptexpiration');
INSERT INTO public.auth_permission VALUES (33, 'Can add procrastinate event', 9, 'add_procrastinateevent');
INSERT INTO public.auth_permission VALUES (34, 'Can change procrastinate event', 9, 'change_procrastinateevent');
INSERT INTO public.auth_permission VALUES (35, 'Can delete procrastinate event', 9, 'delete_procrastinateevent');
INSERT INTO public.auth_permission VALUES (36, 'Can view procrastinate event', 9, 'view_procrastinateevent');
INSERT INTO public.auth_permission VALUES (37, 'Can add procrastinate job', 10, 'add_procrastinatejob');
INSERT INTO public.auth_permission VALUES (38, 'Can change procrastinate job', 10, 'change_procrastinatejob');
INSERT INTO public.auth_permission VALUES (39, 'Can delete procrastinate job', 10, 'delete_procrastinatejob');
INSERT INTO public.auth_permission VALUES (40, 'Can view procrastinate job', 10, 'view_procrastinatejob');
INSERT INTO public.auth_permission VALUES (41, 'Can add procrastinate periodic defer', 11, 'add_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (42, 'Can change procrastinate periodic defer', 11, 'change_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (43, 'Can delete procrastinate periodic defer', 11, 'delete_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (44, 'Can view procrastinate periodic defer', 11, 'view_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (45, 'Can add procrastinate worker', 12, 'add_procrastinateworker');
INSERT INTO public.auth_permission VALUES (46, 'Can change procrastinate worker', 12, 'change_procrastinateworker');
INSERT INTO public.auth_permission VALUES (47, 'Can delete procrastinate worker', 12, 'delete_procrastinateworker');
INSERT INTO public.auth_permission VALUES (48, 'Can view procrastinate worker', 12, 'view_procrastinateworker');
INSERT INTO public.auth_permission VALUES (49, 'Can add block', 13, 'add_block');
INSERT INTO public.auth_permission VALUES (50, 'Can change block', 13, 'change_block');
INSERT INTO public.auth_permission VALUES (51, 'Can delete block', 13, 'delete_block');
INSERT INTO public.auth_permission VALUES (52, 'Can view block', 13, 'view_block');
INSERT INTO public.auth_permission VALUES (53, 'Can add day seal', 14, 'add_dayseal');
INSERT INTO public.auth_permission VALUES (54, 'Can change day seal', 14, 'change_dayseal');
INSERT INTO public.auth_permission VALUES (55, 'Can delete day seal', 14, 'delete_dayseal');
INSERT INTO public.auth_permission VALUES (56, 'Can view day seal', 14, 'view_dayseal');
INSERT INTO public.auth_permission VALUES (57, 'Can add audit row', 15, 'add_auditrow');
INSERT INTO public.auth_permission VALUES (58, 'Can change audit row', 15, 'change_auditrow');
INSERT INTO public.auth_permission VALUES (59, 'Can delete audit row', 15, 'delete_auditrow');
INSERT INTO public.auth_permission VALUES (60, 'Can view audit row', 15, 'view_auditrow');
INSERT INTO public.auth_permission VALUES (61, 'Can add lần chạy gần nhất', 16, 'add_lastrun');
INSERT INTO public.auth_permission VALUES (62, 'Can change lần chạy gần nhất', 16, 'change_lastrun');
INSERT INTO public.auth_permission VALUES (63, 'Can delete lần chạy gần nhất', 16, 'delete_lastrun');
INSERT INTO public.auth_permission VALUES (64, 'Can view lần chạy gần nhất', 16, 'view_lastrun');
INSERT INTO public.auth_permission VALUES (65, 'Can add tệp', 17, 'add_storedfile');
INSERT INTO public.auth_permission VALUES (66, 'Can change tệp', 17, 'change_storedfile');
INSERT INTO public.auth_permission VALUES (67, 'Can delete tệp', 17, 'delete_storedfile');
INSERT INTO public.auth_permission VALUES (68, 'Can view tệp', 17, 'view_storedfile');
INSERT INTO public.auth_permission VALUES (69, 'Can add installation', 18, 'add_installation');
INSERT INTO public.auth_permission VALUES (70, 'Can change installation', 18, 'change_installation');
INSERT INTO public.auth_permission VALUES (71, 'Can delete installation', 18, 'delete_installation');
INSERT INTO public.auth_permission VALUES (72, 'Can view installation', 18, 'view_installation');
INSERT INTO public.auth_permission VALUES (73, 'Can add office', 19, 'add_office');
INSERT INTO public.auth_permission VALUES (74, 'Can change office', 19, 'change_office');
INSERT INTO public.auth_permission VALUES (75, 'Can delete office', 19, 'delete_office');
INSERT INTO public.auth_permission VALUES (76, 'Can view office', 19, 'view_office');
INSERT INTO public.auth_permission VALUES (77, 'Can add calendar edition', 20, 'add_calendaredition');
INSERT INTO public.auth_permission VALUES (78, 'Can change calendar edition', 20, 'change_calendaredition');
INSERT INTO public.auth_permission VALUES (79, 'Can delete calendar edition', 20, 'delete_calendaredition');
INSERT INTO public.auth_permission VALUES (80, 'Can view calendar edition', 20, 'view_calendaredition');
INSERT INTO public.auth_permission VALUES (81, 'Can add department', 21, 'add_department');
INSERT INTO public.auth_permission VALUES (82, 'Can change department', 21, 'change_department');
INSERT INTO public.auth_permission VALUES (83, 'Can delete department', 21, 'delete_department');
INSERT INTO public.auth_permission VALUES (84, 'Can view department', 21, 'view_department');
INSERT INTO public.auth_permission VALUES (85, 'Can add counter', 22, 'add_counter');
INSERT INTO public.auth_permission VALUES (86, 'Can change counter', 22, 'change_counter');
INSERT INTO public.auth_permission VALUES (87, 'Can delete counter', 22, 'delete_counter');
INSERT INTO public.auth_permission VALUES (88, 'Can view counter', 22, 'view_counter');
INSERT INTO public.auth_permission VALUES (89, 'Can add reorganization', 23, 'add_reorganization');
INSERT INTO public.auth_permission VALUES (90, 'Can change reorganization', 23, 'change_reorganization');
INSERT INTO public.auth_permission VALUES (91, 'Can delete reorganization', 23, 'delete_reorganization');
INSERT INTO public.auth_permission VALUES (92, 'Can view reorganization', 23, 'view_reorganization');
INSERT INTO public.auth_permission VALUES (93, 'Can add office name', 24, 'add_officename');
INSERT INTO public.auth_permission VALUES (94, 'Can change office name', 24, 'change_officename');
INSERT INTO public.auth_permission VALUES (95, 'Can delete office name', 24, 'delete_officename');
INSERT INTO public.auth_permission VALUES (96, 'Can view office name', 24, 'view_officename');
INSERT INTO public.auth_permission VALUES (97, 'Can add succession', 25, 'add_succession');
INSERT INTO public.auth_permission VALUES (98, 'Can change succession', 25, 'change_succession');
INSERT INTO public.auth_permission VALUES (99, 'Can delete succession', 25, 'delete_succession');
INSERT INTO public.auth_permission VALUES (100, 'Can view succession', 25, 'view_succession');
INSERT INTO public.auth_permission VALUES (101, 'Can add desk price', 26, 'add_deskprice');
INSERT INTO public.auth_permission VALUES (102, 'Can change desk price', 26, 'change_deskprice');
INSERT INTO public.auth_permission VALUES (103, 'Can delete desk price', 26, 'delete_deskprice');
INSERT INTO public.auth_permission VALUES (104, 'Can view desk price', 26, 'view_deskprice');
INSERT INTO public.auth_permission VALUES (105, 'Can add desk survey', 27, 'add_desksurvey');
INSERT INTO public.auth_permission VALUES (106, 'Can change desk survey', 27, 'change_desksurvey');
INSERT INTO public.auth_permission VALUES (107, 'Can delete desk survey', 27, 'delete_desksurvey');
INSERT INTO public.auth_permission VALUES (108, 'Can view desk survey', 27, 'view_desksurvey');
INSERT INTO public.auth_permission VALUES (109, 'Can add account', 28, 'add_account');
INSERT INTO public.auth_permission VALUES (110, 'Can change account', 28, 'change_account');
INSERT INTO public.auth_permission VALUES (111, 'Can delete account', 28, 'delete_account');
INSERT INTO public.auth_permission VALUES (112, 'Can view account', 28, 'view_account');
INSERT INTO public.auth_permission VALUES (113, 'Can add position', 29, 'add_position');
INSERT INTO public.auth_permission VALUES (114, 'Can change position', 29, 'change_position');
INSERT INTO public.auth_permission VALUES (115, 'Can delete position', 29, 'delete_position');
INSERT INTO public.auth_permission VALUES (116, 'Can view position', 29, 'view_position');
INSERT INTO public.auth_permission VALUES (117, 'Can add holding', 30, 'add_holding');
INSERT INTO public.auth_permission VALUES (118, 'Can change holding', 30, 'change_holding');
INSERT INTO public.auth_permission VALUES (119, 'Can delete holding', 30, 'delete_holding');
INSERT INTO public.auth_permission VALUES (120, 'Can view holding', 30, 'view_holding');
INSERT INTO public.auth_permission VALUES (121, 'Can add delegation', 31, 'add_delegation');
INSERT INTO public.auth_permission VALUES (122, 'Can change delegation', 31, 'change_delegation');
INSERT INTO public.auth_permission VALUES (123, 'Can delete delegation', 31, 'delete_delegation');
INSERT INTO public.auth_permission VALUES (124, 'Can view delegation', 31, 'view_delegation');
INSERT INTO public.auth_permission VALUES (125, 'Can add procedure', 32, 'add_procedure');
INSERT INTO public.auth_permission VALUES (126, 'Can change procedure', 32, 'change_procedure');
INSERT INTO public.auth_permission VALUES (127, 'Can delete procedure', 32, 'delete_procedure');
INSERT INTO public.auth_permission VALUES (128, 'Can view procedure', 32, 'view_procedure');
INSERT INTO public.auth_permission VALUES (129, 'Can add procedure version', 33, 'add_procedureversion');
INSERT INTO public.auth_permission VALUES (130, 'Can change procedure version', 33, 'change_procedureversion');
INSERT INTO public.auth_permission VALUES (131, 'Can delete procedure version', 33, 'delete_procedureversion');
INSERT INTO public.auth_permission VALUES (132, 'Can view procedure version', 33, 'view_procedureversion');
INSERT INTO public.auth_permission VALUES (133, 'Can add component', 34, 'add_component');
INSERT INTO public.auth_permission VALUES (134, 'Can change component', 34, 'change_component');
INSERT INTO public.auth_permission VALUES (135, 'Can delete component', 34, 'delete_component');
INSERT INTO public.auth_permission VALUES (136, 'Can view component', 34, 'view_component');
INSERT INTO public.auth_permission VALUES (137, 'Can add process', 35, 'add_process');
INSERT INTO public.auth_permission VALUES (138, 'Can change process', 35, 'change_process');
INSERT INTO public.auth_permission VALUES (139, 'Can delete process', 35, 'delete_process');
INSERT INTO public.auth_permission VALUES (140, 'Can view process', 35, 'view_process');
INSERT INTO public.auth_permission VALUES (141, 'Can add case', 36, 'add_case');
INSERT INTO public.auth_permission VALUES (142, 'Can change case', 36, 'change_case');
INSERT INTO public.auth_permission VALUES (143, 'Can delete case', 36, 'delete_case');
INSERT INTO public.auth_permission VALUES (144, 'Can view case', 36, 'view_case');
INSERT INTO public.auth_permission VALUES (145, 'Can add fee rule', 37, 'add_feerule');
INSERT INTO public.auth_permission VALUES (146, 'Can change fee rule', 37, 'change_feerule');
INSERT INTO public.auth_permission VALUES (147, 'Can delete fee rule', 37, 'delete_feerule');
INSERT INTO public.auth_permission VALUES (148, 'Can view fee rule', 37, 'view_feerule');
INSERT INTO public.auth_permission VALUES (149, 'Can add form template', 38, 'add_formtemplate');
INSERT INTO public.auth_permission VALUES (150, 'Can change form template', 38, 'change_formtemplate');
INSERT INTO public.auth_permission VALUES (151, 'Can delete form template', 38, 'delete_formtemplate');
INSERT INTO public.auth_permission VALUES (152, 'Can view form template', 38, 'view_formtemplate');
INSERT INTO public.auth_permission VALUES (153, 'Can add posted edition', 39, 'add_postededition');
INSERT INTO public.auth_permission VALUES (154, 'Can change posted edition', 39, 'change_postededition');
INSERT INTO public.auth_permission VALUES (155, 'Can delete posted edition', 39, 'delete_postededition');
INSERT INTO public.auth_permission VALUES (156, 'Can view posted edition', 39, 'view_postededition');
INSERT INTO public.auth_permission VALUES (157, 'Can add process draft', 40, 'add_processdraft');
INSERT INTO public.auth_permission VALUES (158, 'Can change process draft', 40, 'change_processdraft');
INSERT INTO public.auth_permission VALUES (159, 'Can delete process draft', 40, 'delete_processdraft');
INSERT INTO public.auth_permission VALUES (160, 'Can view process draft', 40, 'view_processdraft');
INSERT INTO public.auth_permission VALUES (161, 'Can add promulgation', 41, 'add_promulgation');
INSERT INTO public.auth_permission VALUES (162, 'Can change promulgation', 41, 'change_promulgation');
INSERT INTO public.auth_permission VALUES (163, 'Can delete promulgation', 41, 'delete_promulgation');
INSERT INTO public.auth_permission VALUES (164, 'Can view promulgation', 41, 'view_promulgation');
INSERT INTO public.auth_permission VALUES (165, 'Can add promulgation item', 42, 'add_promulgationitem');
INSERT INTO public.auth_permission VALUES (166, 'Can change promulgation item', 42, 'change_promulgationitem');
INSERT INTO public.auth_permission VALUES (167, 'Can delete promulgation item', 42, 'delete_promulgationitem');
INSERT INTO public.auth_permission VALUES (168, 'Can view promulgation item', 42, 'view_promulgationitem');
INSERT INTO public.auth_permission VALUES (169, 'Can add result kind', 43, 'add_resultkind');
INSERT INTO public.auth_permission VALUES (170, 'Can change result kind', 43, 'change_resultkind');
INSERT INTO public.auth_permission VALUES (171, 'Can delete result kind', 43, 'delete_resultkind');
INSERT INTO public.auth_permission VALUES (172, 'Can view result kind', 43, 'view_resultkind');
INSERT INTO public.auth_permission VALUES (173, 'Can add changes seen', 44, 'add_changesseen');
INSERT INTO public.auth_permission VALUES (174, 'Can change changes seen', 44, 'change_changesseen');
INSERT INTO public.auth_permission VALUES (175, 'Can delete changes seen', 44, 'delete_changesseen');
INSERT INTO public.auth_permission VALUES (176, 'Can view changes seen', 44, 'view_changesseen');
INSERT INTO public.auth_permission VALUES (177, 'Can add mark confirmation', 45, 'add_markconfirmation');
INSERT INTO public.auth_permission VALUES (178, 'Can change mark confirmation', 45, 'change_markconfirmation');
INSERT INTO public.auth_permission VALUES (179, 'Can delete mark confirmation', 45, 'delete_markconfirmation');
INSERT INTO public.auth_permission VALUES (180, 'Can view mark confirmation', 45, 'view_markconfirmation');
INSERT INTO public.auth_permission VALUES (181, 'Can add dossier', 46, 'add_dossier');
INSERT INTO public.auth_permission VALUES (182, 'Can change dossier', 46, 'change_dossier');
INSERT INTO public.auth_permission VALUES (183, 'Can delete dossier', 46, 'delete_dossier');
INSERT INTO public.auth_permission VALUES (184, 'Can view dossier', 46, 'view_dossier');
INSERT INTO public.auth_permission VALUES (185, 'Can add code book', 47, 'add_codebook');
INSERT INTO public.auth_permission VALUES (186, 'Can change code book', 47, 'change_codebook');
INSERT INTO public.auth_permission VALUES (187, 'Can delete code book', 47, 'delete_codebook');
INSERT INTO public.auth_permission VALUES (188, 'Can view code book', 47, 'view_codebook');
INSERT INTO public.auth_permission VALUES (189, 'Can add act key', 48, 'add_actkey');
INSERT INTO public.auth_permission VALUES (190, 'Can change act key', 48, 'change_actkey');
INSERT INTO public.auth_permission VALUES (191, 'Can delete act key', 48, 'delete_actkey');
INSERT INTO public.auth_permission VALUES (192, 'Can view act key', 48, 'view_actkey');
INSERT INTO public.auth_permission VALUES (193, 'Can add dossier component', 49, 'add_dossiercomponent');
INSERT INTO public.auth_permission VALUES (194, 'Can change dossier component', 49, 'change_dossiercomponent');
INSERT INTO public.auth_permission VALUES (195, 'Can delete dossier component', 49, 'delete_dossiercomponent');
INSERT INTO public.auth_permission VALUES (196, 'Can view dossier component', 49, 'view_dossiercomponent');
INSERT INTO public.auth_permission VALUES (197, 'Can add dossier step', 50, 'add_dossierstep');
INSERT INTO public.auth_permission VALUES (198, 'Can change dossier step', 50, 'change_dossierstep');
INSERT INTO public.auth_permission VALUES (199, 'Can delete dossier step', 50, 'delete_dossierstep');
INSERT INTO public.auth_permission VALUES (200, 'Can view dossier step', 50, 'view_dossierstep');
INSERT INTO public.auth_permission VALUES (201, 'Can add draft', 51, 'add_draft');
INSERT INTO public.auth_permission VALUES (202, 'Can change draft', 51, 'change_draft');
INSERT INTO public.auth_permission VALUES (203, 'Can delete draft', 51, 'delete_draft');
INSERT INTO public.auth_permission VALUES (204, 'Can view draft', 51, 'view_draft');
INSERT INTO public.auth_permission VALUES (205, 'Can add event', 52, 'add_event');
INSERT INTO public.auth_permission VALUES (206, 'Can change event', 52, 'change_event');
INSERT INTO public.auth_permission VALUES (207, 'Can delete event', 52, 'delete_event');
INSERT INTO public.auth_permission VALUES (208, 'Can view event', 52, 'view_event');
INSERT INTO public.auth_permission VALUES (209, 'Can add party', 53, 'add_party');
INSERT INTO public.auth_permission VALUES (210, 'Can change party', 53, 'change_party');
INSERT INTO public.auth_permission VALUES (211, 'Can delete party', 53, 'delete_party');
INSERT INTO public.auth_permission VALUES (212, 'Can view party', 53, 'view_party');
INSERT INTO public.auth_permission VALUES (213, 'Can add text', 54, 'add_text');
INSERT INTO public.auth_permission VALUES (214, 'Can change text', 54, 'change_text');
INSERT INTO public.auth_permission VALUES (215, 'Can delete text', 54, 'delete_text');
INSERT INTO public.auth_permission VALUES (216, 'Can view text', 54, 'view_text');
INSERT INTO public.auth_permission VALUES (217, 'Can add book entry', 55, 'add_bookentry');
INSERT INTO public.auth_permission VALUES (218, 'Can change book entry', 55, 'change_bookentry');
INSERT INTO public.auth_permission VALUES (219, 'Can delete book entry', 55, 'delete_bookentry');
INSERT INTO public.auth_permission VALUES (220, 'Can view book entry', 55, 'view_bookentry');
INSERT INTO public.auth_permission VALUES (221, 'Can add shelf place', 56, 'add_shelfplace');
INSERT INTO public.auth_permission VALUES (222, 'Can change shelf place', 56, 'change_shelfplace');
INSERT INTO public.auth_permission VALUES (223, 'Can delete shelf place', 56, 'delete_shelfplace');
INSERT INTO public.auth_permission VALUES (224, 'Can view shelf place', 56, 'view_shelfplace');
INSERT INTO public.auth_permission VALUES (225, 'Can add collection term', 57, 'add_collectionterm');
INSERT INTO public.auth_permission VALUES (226, 'Can change collection term', 57, 'change_collectionterm');
INSERT INTO public.auth_permission VALUES (227, 'Can delete collection term', 57, 'delete_collectionterm');
INSERT INTO public.auth_permission VALUES (228, 'Can view collection term', 57, 'view_collectionterm');
INSERT INTO public.auth_permission VALUES (229, 'Can add asked opinion', 58, 'add_askedopinion');
INSERT INTO public.auth_permission VALUES (230, 'Can change asked opinion', 58, 'change_askedopinion');
INSERT INTO public.auth_permission VALUES (231, 'Can delete asked opinion', 58, 'delete_askedopinion');
INSERT INTO public.auth_permission VALUES (232, 'Can view asked opinion', 58, 'view_askedopinion');
INSERT INTO public.auth_permission VALUES (233, 'Can add attachment', 59, 'add_attachment');
INSERT INTO public.auth_permission VALUES (234, 'Can change attachment', 59, 'change_attachment');
INSERT INTO public.auth_permission VALUES (235, 'Can delete attachment', 59, 'delete_attachment');
INSERT INTO public.auth_permission VALUES (236, 'Can view attachment', 59, 'view_attachment');
INSERT INTO public.auth_permission VALUES (237, 'Can add scan', 60, 'add_scan');
INSERT INTO public.auth_permission VALUES (238, 'Can change scan', 60, 'change_scan');
INSERT INTO public.auth_permission VALUES (239, 'Can delete scan', 60, 'delete_scan');
INSERT INTO public.auth_permission VALUES (240, 'Can view scan', 60, 'view_scan');
INSERT INTO public.auth_permission VALUES (241, 'Can add register column', 61, 'add_registercolumn');
INSERT INTO public.auth_permission VALUES (242, 'Can change register column', 61, 'change_registercolumn');
INSERT INTO public.auth_permission VALUES (243, 'Can delete register column', 61, 'delete_registercolumn');
INSERT INTO public.auth_permission VALUES (244, 'Can view register column', 61, 'view_registercolumn');
INSERT INTO public.auth_permission VALUES (245, 'Can add register import', 62, 'add_registerimport');
INSERT INTO public.auth_permission VALUES (246, 'Can change register import', 62, 'change_registerimport');
INSERT INTO public.auth_permission VALUES (247, 'Can delete register import', 62, 'delete_registerimport');
INSERT INTO public.auth_permission VALUES (248, 'Can view register import', 62, 'view_registerimport');
INSERT INTO public.auth_permission VALUES (249, 'Can add office reason', 63, 'add_officereason');
INSERT INTO public.auth_permission VALUES (250, 'Can change office reason', 63, 'change_officereason');
INSERT INTO public.auth_permission VALUES (251, 'Can delete office reason', 63, 'delete_officereason');
INSERT INTO public.auth_permission VALUES (252, 'Can view office reason', 63, 'view_officereason');
INSERT INTO public.auth_permission VALUES (253, 'Can add number book', 64, 'add_numberbook');
INSERT INTO public.auth_permission VALUES (254, 'Can change number book', 64, 'change_numberbook');
INSERT INTO public.auth_permission VALUES (255, 'Can delete number book', 64, 'delete_numberbook');
INSERT INTO public.auth_permission VALUES (256, 'Can view number book', 64, 'view_numberbook');
INSERT INTO public.auth_permission VALUES (257, 'Can add handover line', 65, 'add_handoverline');
INSERT INTO public.auth_permission VALUES (258, 'Can change handover line', 65, 'change_handoverline');
INSERT INTO public.auth_permission VALUES (259, 'Can delete handover line', 65, 'delete_handoverline');
INSERT INTO public.auth_permission VALUES (260, 'Can view handover line', 65, 'view_handoverline');
INSERT INTO public.auth_permission VALUES (261, 'Can add handover difference', 66, 'add_handoverdifference');
INSERT INTO public.auth_permission VALUES (262, 'Can change handover difference', 66, 'change_handoverdifference');
INSERT INTO public.auth_permission VALUES (263, 'Can delete handover difference', 66, 'delete_handoverdifference');
INSERT INTO public.auth_permission VALUES (264, 'Can view handover difference', 66, 'view_handoverdifference');
INSERT INTO public.auth_permission VALUES (265, 'Can add handover list', 67, 'add_handoverlist');
INSERT INTO public.auth_permission VALUES (266, 'Can change handover list', 67, 'change_handoverlist');
INSERT INTO public.auth_permission VALUES (267, 'Can delete handover list', 67, 'delete_handoverlist');
INSERT INTO public.auth_permission VALUES (268, 'Can view handover list', 67, 'view_handoverlist');
INSERT INTO public.auth_permission VALUES (269, 'Can add office mark', 68, 'add_officemark');
INSERT INTO public.auth_permission VALUES (270, 'Can change office mark', 68, 'change_officemark');
INSERT INTO public.auth_permission VALUES (271, 'Can delete office mark', 68, 'delete_officemark');
INSERT INTO public.auth_permission VALUES (272, 'Can view office mark', 68, 'view_officemark');
INSERT INTO public.auth_permission VALUES (273, 'Can add print', 69, 'add_print');
INSERT INTO public.auth_permission VALUES (274, 'Can change print', 69, 'change_print');
INSERT INTO public.auth_permission VALUES (275, 'Can delete print', 69, 'delete_print');
INSERT INTO public.auth_permission VALUES (276, 'Can view print', 69, 'view_print');
INSERT INTO public.auth_permission VALUES (277, 'Can add document template', 70, 'add_documenttemplate');
INSERT INTO public.auth_permission VALUES (278, 'Can change document template', 70, 'change_documenttemplate');
INSERT INTO public.auth_permission VALUES (279, 'Can delete document template', 70, 'delete_documenttemplate');
INSERT INTO public.auth_permission VALUES (280, 'Can view document template', 70, 'view_documenttemplate');
INSERT INTO public.auth_permission VALUES (281, 'Can add document version', 71, 'add_documentversion');
INSERT INTO public.auth_permission VALUES (282, 'Can change document version', 71, 'change_documentversion');
INSERT INTO public.auth_permission VALUES (283, 'Can delete document version', 71, 'delete_documentversion');
INSERT INTO public.auth_permission VALUES (284, 'Can view document version', 71, 'view_documentversion');
INSERT INTO public.auth_permission VALUES (285, 'Can add filling', 72, 'add_filling');
INSERT INTO public.auth_permission VALUES (286, 'Can change filling', 72, 'change_filling');
INSERT INTO public.auth_permission VALUES (287, 'Can delete filling', 72, 'delete_filling');
INSERT INTO public.auth_permission VALUES (288, 'Can view filling', 72, 'view_filling');
INSERT INTO public.auth_permission VALUES (289, 'Can add print batch', 73, 'add_printbatch');
INSERT INTO public.auth_permission VALUES (290, 'Can change print batch', 73, 'change_printbatch');
INSERT INTO public.auth_permission VALUES (291, 'Can delete print batch', 73, 'delete_printbatch');
INSERT INTO public.auth_permission VALUES (292, 'Can view print batch', 73, 'view_printbatch');
INSERT INTO public.auth_permission VALUES (293, 'Can add document', 74, 'add_document');
INSERT INTO public.auth_permission VALUES (294, 'Can change document', 74, 'change_document');
INSERT INTO public.auth_permission VALUES (295, 'Can delete document', 74, 'delete_document');
INSERT INTO public.auth_permission VALUES (296, 'Can view document', 74, 'view_document');
INSERT INTO public.auth_permission VALUES (297, 'Can add document happening', 75, 'add_documenthappening');
INSERT INTO public.auth_permission VALUES (298, 'Can change document happening', 75, 'change_documenthappening');
INSERT INTO public.auth_permission VALUES (299, 'Can delete document happening', 75, 'delete_documenthappening');
INSERT INTO public.auth_permission VALUES (300, 'Can view document happening', 75, 'view_documenthappening');
INSERT INTO public.auth_permission VALUES (301, 'Can add signing key', 76, 'add_signingkey');
INSERT INTO public.auth_permission VALUES (302, 'Can change signing key', 76, 'change_signingkey');
INSERT INTO public.auth_permission VALUES (303, 'Can delete signing key', 76, 'delete_signingkey');
INSERT INTO public.auth_permission VALUES (304, 'Can view signing key', 76, 'view_signingkey');
INSERT INTO public.auth_permission VALUES (305, 'Can add field tally', 77, 'add_fieldtally');
INSERT INTO public.auth_permission VALUES (306, 'Can change field tally', 77, 'change_fieldtally');
INSERT INTO public.auth_permission VALUES (307, 'Can delete field tally', 77, 'delete_fieldtally');
INSERT INTO public.auth_permission VALUES (308, 'Can view field tally', 77, 'view_fieldtally');
INSERT INTO public.auth_permission VALUES (309, 'Can add office tally', 78, 'add_officetally');
INSERT INTO public.auth_permission VALUES (310, 'Can change office tally', 78, 'change_officetally');
INSERT INTO public.auth_permission VALUES (311, 'Can delete office tally', 78, 'delete_officetally');
INSERT INTO public.auth_permission VALUES (312, 'Can view office tally', 78, 'view_officetally');
INSERT INTO public.auth_permission VALUES (313, 'Can add narrative', 79, 'add_narrative');
INSERT INTO public.auth_permission VALUES (314, 'Can change narrative', 79, 'change_narrative');
INSERT INTO public.auth_permission VALUES (315, 'Can delete narrative', 79, 'delete_narrative');
INSERT INTO public.auth_permission VALUES (316, 'Can view narrative', 79, 'view_narrative');
INSERT INTO public.auth_permission VALUES (317, 'Can add narrative comment', 80, 'add_narrativecomment');
INSERT INTO public.auth_permission VALUES (318, 'Can change narrative comment', 80, 'change_narrativecomment');
INSERT INTO public.auth_permission VALUES (319, 'Can delete narrative comment', 80, 'delete_narrativecomment');
INSERT INTO public.auth_permission VALUES (320, 'Can view narrative comment', 80, 'view_narrativecomment');
INSERT INTO public.auth_permission VALUES (321, 'Can add narrative happening', 81, 'add_narrativehappening');
INSERT INTO public.auth_permission VALUES (322, 'Can change narrative happening', 81, 'change_narrativehappening');
INSERT INTO public.auth_permission VALUES (323, 'Can delete narrative happening', 81, 'delete_narrativehappening');
INSERT INTO public.auth_permission VALUES (324, 'Can view narrative happening', 81, 'view_narrativehappening');
INSERT INTO public.auth_permission VALUES (325, 'Can add narrative section', 82, 'add_narrativesection');
INSERT INTO public.auth_permission VALUES (326, 'Can change narrative section', 82, 'change_narrativesection');
INSERT INTO public.auth_permission VALUES (327, 'Can delete narrative section', 82, 'delete_narrativesection');
INSERT INTO public.auth_permission VALUES (328, 'Can view narrative section', 82, 'view_narrativesection');
INSERT INTO public.auth_permission VALUES (329, 'Can add waiting times renewal', 83, 'add_waitingtimesrenewal');
INSERT INTO public.auth_permission VALUES (330, 'Can change waiting times renewal', 83, 'change_waitingtimesrenewal');
INSERT INTO public.auth_permission VALUES (331, 'Can delete waiting times renewal', 83, 'delete_waitingtimesrenewal');
INSERT INTO public.auth_permission VALUES (332, 'Can view waiting times renewal', 83, 'view_waitingtimesrenewal');
INSERT INTO public.auth_permission VALUES (333, 'Can add waiting time', 84, 'add_waitingtime');
INSERT INTO public.auth_permission VALUES (334, 'Can change waiting time', 84, 'change_waitingtime');
INSERT INTO public.auth_permission VALUES (335, 'Can delete waiting time', 84, 'delete_waitingtime');
INSERT INTO public.auth_permission VALUES (336, 'Can view waiting time', 84, 'view_waitingtime');
INSERT INTO public.auth_permission VALUES (337, 'Can add consolidation', 85, 'add_consolidation');
INSERT INTO public.auth_permission VALUES (338, 'Can change consolidation', 85, 'change_consolidation');
INSERT INTO public.auth_permission VALUES (339, 'Can delete consolidation', 85, 'delete_consolidation');
INSERT INTO public.auth_permission VALUES (340, 'Can view consolidation', 85, 'view_consolidation');
INSERT INTO public.auth_permission VALUES (341, 'Can add consolidation unit', 86, 'add_consolidationunit');
INSERT INTO public.auth_permission VALUES (342, 'Can change consolidation unit', 86, 'change_consolidationunit');
INSERT INTO public.auth_permission VALUES (343, 'Can delete consolidation unit', 86, 'delete_consolidationunit');
INSERT INTO public.auth_permission VALUES (344, 'Can view consolidation unit', 86, 'view_consolidationunit');
INSERT INTO public.auth_permission VALUES (345, 'Can add consolidation reminder', 87, 'add_consolidationreminder');
INSERT INTO public.auth_permission VALUES (346, 'Can change consolidation reminder', 87, 'change_consolidationreminder');
INSERT INTO public.auth_permission VALUES (347, 'Can delete consolidation reminder', 87, 'delete_consolidationreminder');
INSERT INTO public.auth_permission VALUES (348, 'Can view consolidation reminder', 87, 'view_consolidationreminder');
INSERT INTO public.auth_permission VALUES (349, 'Can add consolidation happening', 88, 'add_consolidationhappening');
INSERT INTO public.auth_permission VALUES (350, 'Can change consolidation happening', 88, 'change_consolidationhappening');
INSERT INTO public.auth_permission VALUES (351, 'Can delete consolidation happening', 88, 'delete_consolidationhappening');
INSERT INTO public.auth_permission VALUES (352, 'Can view consolidation happening', 88, 'view_consolidationhappening');
INSERT INTO public.auth_permission VALUES (353, 'Can add paper sheet', 89, 'add_papersheet');
INSERT INTO public.auth_permission VALUES (354, 'Can change paper sheet', 89, 'change_papersheet');
INSERT INTO public.auth_permission VALUES (355, 'Can delete paper sheet', 89, 'delete_papersheet');
INSERT INTO public.auth_permission VALUES (356, 'Can view paper sheet', 89, 'view_papersheet');
INSERT INTO public.auth_permission VALUES (357, 'Can add confirmation', 90, 'add_confirmation');
INSERT INTO public.auth_permission VALUES (358, 'Can change confirmation', 90, 'change_confirmation');
INSERT INTO public.auth_permission VALUES (359, 'Can delete confirmation', 90, 'delete_confirmation');
INSERT INTO public.auth_permission VALUES (360, 'Can view confirmation', 90, 'view_confirmation');
INSERT INTO public.auth_permission VALUES (361, 'Can add bill', 91, 'add_bill');
INSERT INTO public.auth_permission VALUES (362, 'Can change bill', 91, 'change_bill');
INSERT INTO public.auth_permission VALUES (363, 'Can delete bill', 91, 'delete_bill');
INSERT INTO public.auth_permission VALUES (364, 'Can view bill', 91, 'view_bill');
INSERT INTO public.auth_permission VALUES (365, 'Can add cash day', 92, 'add_cashday');
INSERT INTO public.auth_permission VALUES (366, 'Can change cash day', 92, 'change_cashday');
INSERT INTO public.auth_permission VALUES (367, 'Can delete cash day', 92, 'delete_cashday');
INSERT INTO public.auth_permission VALUES (368, 'Can view cash day', 92, 'view_cashday');
INSERT INTO public.auth_permission VALUES (369, 'Can add payment', 93, 'add_payment');
INSERT INTO public.auth_permission VALUES (370, 'Can change payment', 93, 'change_payment');
INSERT INTO public.auth_permission VALUES (371, 'Can delete payment', 93, 'delete_payment');
INSERT INTO public.auth_permission VALUES (372, 'Can view payment', 93, 'view_payment');
INSERT INTO public.auth_permission VALUES (373, 'Can add receipt book', 94, 'add_receiptbook');
INSERT INTO public.auth_permission VALUES (374, 'Can change receipt book', 94, 'change_receiptbook');
INSERT INTO public.auth_permission VALUES (375, 'Can delete receipt book', 94, 'delete_receiptbook');
INSERT INTO public.auth_permission VALUES (376, 'Can view receipt book', 94, 'view_receiptbook');
INSERT INTO public.auth_permission VALUES (377, 'Can add receipt', 95, 'add_receipt');
INSERT INTO public.auth_permission VALUES (378, 'Can change receipt', 95, 'change_receipt');
INSERT INTO public.auth_permission VALUES (379, 'Can delete receipt', 95, 'delete_receipt');
INSERT INTO public.auth_permission VALUES (380, 'Can view receipt', 95, 'view_receipt');
INSERT INTO public.auth_permission VALUES (381, 'Can add line', 96, 'add_line');
INSERT INTO public.auth_permission VALUES (382, 'Can change line', 96, 'change_line');
INSERT INTO public.auth_permission VALUES (383, 'Can delete line', 96, 'delete_line');
INSERT INTO public.auth_permission VALUES (384, 'Can view line', 96, 'view_line');
INSERT INTO public.auth_permission VALUES (385, 'Can add office money', 97, 'add_officemoney');
INSERT INTO public.auth_permission VALUES (386, 'Can change office money', 97, 'change_officemoney');
INSERT INTO public.auth_permission VALUES (387, 'Can delete office money', 97, 'delete_officemoney');
INSERT INTO public.auth_permission VALUES (388, 'Can view office money', 97, 'view_officemoney');
INSERT INTO public.auth_permission VALUES (389, 'Can add cancellation', 98, 'add_cancellation');
INSERT INTO public.auth_permission VALUES (390, 'Can change cancellation', 98, 'change_cancellation');
INSERT INTO public.auth_permission VALUES (391, 'Can delete cancellation', 98, 'delete_cancellation');
INSERT INTO public.auth_permission VALUES (392, 'Can view cancellation', 98, 'view_cancellation');
INSERT INTO public.auth_permission VALUES (393, 'Can add refund', 99, 'add_refund');
INSERT INTO public.auth_permission VALUES (394, 'Can change refund', 99, 'change_refund');
INSERT INTO public.auth_permission VALUES (395, 'Can delete refund', 99, 'delete_refund');
INSERT INTO public.auth_permission VALUES (396, 'Can view refund', 99, 'view_refund');
INSERT INTO public.auth_permission VALUES (397, 'Can add movement', 100, 'add_movement');
INSERT INTO public.auth_permission VALUES (398, 'Can change movement', 100, 'change_movement');
INSERT INTO public.auth_permission VALUES (399, 'Can delete movement', 100, 'delete_movement');
INSERT INTO public.auth_permission VALUES (400, 'Can view movement', 100, 'view_movement');
INSERT INTO public.auth_permission VALUES (401, 'Can add demand', 101, 'add_demand');
INSERT INTO public.auth_permission VALUES (402, 'Can change demand', 101, 'change_demand');
INSERT INTO public.auth_permission VALUES (403, 'Can delete demand', 101, 'delete_demand');
INSERT INTO public.auth_permission VALUES (404, 'Can view demand', 101, 'view_demand');
INSERT INTO public.auth_permission VALUES (405, 'Can add obligation', 102, 'add_obligation');
INSERT INTO public.auth_permission VALUES (406, 'Can change obligation', 102, 'change_obligation');
INSERT INTO public.auth_permission VALUES (407, 'Can delete obligation', 102, 'delete_obligation');
INSERT INTO public.auth_permission VALUES (408, 'Can view obligation', 102, 'view_obligation');
INSERT INTO public.auth_permission VALUES (409, 'Can add statement line', 103, 'add_statementline');
INSERT INTO public.auth_permission VALUES (410, 'Can change statement line', 103, 'change_statementline');
INSERT INTO public.auth_permission VALUES (411, 'Can delete statement line', 103, 'delete_statementline');
INSERT INTO public.auth_permission VALUES (412, 'Can view statement line', 103, 'view_statementline');
INSERT INTO public.auth_permission VALUES (413, 'Can add transfer slip', 104, 'add_transferslip');
INSERT INTO public.auth_permission VALUES (414, 'Can change transfer slip', 104, 'change_transferslip');
INSERT INTO public.auth_permission VALUES (415, 'Can delete transfer slip', 104, 'delete_transferslip');
INSERT INTO public.auth_permission VALUES (416, 'Can view transfer slip', 104, 'view_transferslip');
INSERT INTO public.auth_permission VALUES (417, 'Can add outbox message', 105, 'add_outboxmessage');
INSERT INTO public.auth_permission VALUES (418, 'Can change outbox message', 105, 'change_outboxmessage');
INSERT INTO public.auth_permission VALUES (419, 'Can delete outbox message', 105, 'delete_outboxmessage');
INSERT INTO public.auth_permission VALUES (420, 'Can view outbox message', 105, 'view_outboxmessage');
INSERT INTO public.auth_permission VALUES (421, 'Can add trial letter', 106, 'add_trialletter');
INSERT INTO public.auth_permission VALUES (422, 'Can change trial letter', 106, 'change_trialletter');
INSERT INTO public.auth_permission VALUES (423, 'Can delete trial letter', 106, 'delete_trialletter');
INSERT INTO public.auth_permission VALUES (424, 'Can view trial letter', 106, 'view_trialletter');
INSERT INTO public.auth_permission VALUES (425, 'Can add attempt', 107, 'add_attempt');
INSERT INTO public.auth_permission VALUES (426, 'Can change attempt', 107, 'change_attempt');
INSERT INTO public.auth_permission VALUES (427, 'Can delete attempt', 107, 'delete_attempt');
INSERT INTO public.auth_permission VALUES (428, 'Can view attempt', 107, 'view_attempt');
INSERT INTO public.auth_permission VALUES (429, 'Can add office wording', 108, 'add_officewording');
INSERT INTO public.auth_permission VALUES (430, 'Can change office wording', 108, 'change_officewording');
INSERT INTO public.auth_permission VALUES (431, 'Can delete office wording', 108, 'delete_officewording');
INSERT INTO public.auth_permission VALUES (432, 'Can view office wording', 108, 'view_officewording');
INSERT INTO public.auth_permission VALUES (433, 'Can add complaint book', 109, 'add_complaintbook');
INSERT INTO public.auth_permission VALUES (434, 'Can change complaint book', 109, 'change_complaintbook');
INSERT INTO public.auth_permission VALUES (435, 'Can delete complaint book', 109, 'delete_complaintbook');
INSERT INTO public.auth_permission VALUES (436, 'Can view complaint book', 109, 'view_complaintbook');
INSERT INTO public.auth_permission VALUES (437, 'Can add complaint', 110, 'add_complaint');
INSERT INTO public.auth_permission VALUES (438, 'Can change complaint', 110, 'change_complaint');
INSERT INTO public.auth_permission VALUES (439, 'Can delete complaint', 110, 'delete_complaint');
INSERT INTO public.auth_permission VALUES (440, 'Can view complaint', 110, 'view_complaint');
INSERT INTO public.auth_permission VALUES (441, 'Can add complained of', 111, 'add_complainedof');
INSERT INTO public.auth_permission VALUES (442, 'Can change complained of', 111, 'change_complainedof');
INSERT INTO public.auth_permission VALUES (443, 'Can delete complained of', 111, 'delete_complainedof');
INSERT INTO public.auth_permission VALUES (444, 'Can view complained of', 111, 'view_complainedof');
INSERT INTO public.auth_permission VALUES (445, 'Can add rating', 112, 'add_rating');
INSERT INTO public.auth_permission VALUES (446, 'Can change rating', 112, 'change_rating');
INSERT INTO public.auth_permission VALUES (447, 'Can delete rating', 112, 'delete_rating');
INSERT INTO public.auth_permission VALUES (448, 'Can view rating', 112, 'view_rating');
INSERT INTO public.auth_permission VALUES (449, 'Can add round', 113, 'add_round');
INSERT INTO public.auth_permission VALUES (450, 'Can change round', 113, 'change_round');
INSERT INTO public.auth_permission VALUES (451, 'Can delete round', 113, 'delete_round');
INSERT INTO public.auth_permission VALUES (452, 'Can view round', 113, 'view_round');
INSERT INTO public.auth_permission VALUES (453, 'Can add digest', 114, 'add_digest');
INSERT INTO public.auth_permission VALUES (454, 'Can change digest', 114, 'change_digest');
INSERT INTO public.auth_permission VALUES (455, 'Can delete digest', 114, 'delete_digest');
INSERT INTO public.auth_permission VALUES (456, 'Can view digest', 114, 'view_digest');
INSERT INTO public.auth_permission VALUES (457, 'Can add morning mail', 115, 'add_morningmail');
INSERT INTO public.auth_permission VALUES (458, 'Can change morning mail', 115, 'change_morningmail');
INSERT INTO public.auth_permission VALUES (459, 'Can delete morning mail', 115, 'delete_morningmail');
INSERT INTO public.auth_permission VALUES (460, 'Can view morning mail', 115, 'view_morningmail');
INSERT INTO public.auth_permission VALUES (461, 'Can add digest letter', 116, 'add_digestletter');
INSERT INTO public.auth_permission VALUES (462, 'Can change digest letter', 116, 'change_digestletter');
INSERT INTO public.auth_permission VALUES (463, 'Can delete digest letter', 116, 'delete_digestletter');
INSERT INTO public.auth_permission VALUES (464, 'Can view digest letter', 116, 'view_digestletter');
INSERT INTO public.auth_permission VALUES (465, 'Can add saved view', 117, 'add_savedview');
INSERT INTO public.auth_permission VALUES (466, 'Can change saved view', 117, 'change_savedview');
INSERT INTO public.auth_permission VALUES (467, 'Can delete saved view', 117, 'delete_savedview');
INSERT INTO public.auth_permission VALUES (468, 'Can view saved view', 117, 'view_savedview');
INSERT INTO public.auth_permission VALUES (469, 'Can add warning', 118, 'add_warning');
INSERT INTO public.auth_permission VALUES (470, 'Can change warning', 118, 'change_warning');
INSERT INTO public.auth_permission VALUES (471, 'Can delete warning', 118, 'delete_warning');
INSERT INTO public.auth_permission VALUES (472, 'Can view warning', 118, 'view_warning');
INSERT INTO public.django_content_type VALUES (1, 'auth', 'permission');
INSERT INTO public.django_content_type VALUES (2, 'auth', 'group');
INSERT INTO public.django_content_type VALUES (3, 'contenttypes', 'contenttype');
INSERT INTO public.django_content_type VALUES (4, 'sessions', 'session');
INSERT INTO public.django_content_type VALUES (5, 'axes', 'accessattempt');
INSERT INTO public.django_content_type VALUES (6, 'axes', 'accesslog');
INSERT INTO public.django_content_type VALUES (7, 'axes', 'accessfailurelog');
INSERT INTO public.django_content_type VALUES (8, 'axes', 'accessattemptexpiration');
INSERT INTO public.django_content_type VALUES (9, 'procrastinate', 'procrastinateevent');
INSERT INTO public.django_content_type VALUES (10, 'procrastinate', 'procrastinatejob');
INSERT INTO public.django_content_type VALUES (11, 'procrastinate', 'procrastinateperiodicdefer');
INSERT INTO public.django_content_type VALUES (12, 'procrastinate', 'procrastinateworker');
INSERT INTO public.django_content_type VALUES (13, 'audit', 'block');
INSERT INTO public.django_content_type VALUES (14, 'audit', 'dayseal');
INSERT INTO public.django_content_type VALUES (15, 'audit', 'auditrow');
INSERT INTO public.django_content_type VALUES (16, 'jobs', 'lastrun');
INSERT INTO public.django_content_type VALUES (17, 'files', 'storedfile');
INSERT INTO public.django_content_type VALUES (18, 'organization', 'installation');
INSERT INTO public.django_content_type VALUES (19, 'organization', 'office');
INSERT INTO public.django_content_type VALUES (20, 'organization', 'calendaredition');
INSERT INTO public.django_content_type VALUES (21, 'organization', 'department');
INSERT INTO public.django_content_type VALUES (22, 'organization', 'counter');
INSERT INTO public.django_content_type VALUES (23, 'organization', 'reorganization');
INSERT INTO public.django_content_type VALUES (24, 'organization', 'officename');
INSERT INTO public.django_content_type VALUES (25, 'organization', 'succession');
INSERT INTO public.django_content_type VALUES (26, 'organization', 'deskprice');
INSERT INTO public.django_content_type VALUES (27, 'organization', 'desksurvey');
INSERT INTO public.django_content_type VALUES (28, 'identity', 'account');
INSERT INTO public.django_content_type VALUES (29, 'identity', 'position');
INSERT INTO public.django_content_type VALUES (30, 'identity', 'holding');
INSERT INTO public.django_content_type VALUES (31, 'identity', 'delegation');
INSERT INTO public.django_content_type VALUES (32, 'catalogue', 'procedure');
INSERT INTO public.django_content_type VALUES (33, 'catalogue', 'procedureversion');
INSERT INTO public.django_content_type VALUES (34, 'catalogue', 'component');
INSERT INTO public.django_content_type VALUES (35, 'catalogue', 'process');
INSERT INTO public.django_content_type VALUES (36, 'catalogue', 'case');
INSERT INTO public.django_content_type VALUES (37, 'catalogue', 'feerule');
INSERT INTO public.django_content_type VALUES (38, 'catalogue', 'formtemplate');
INSERT INTO public.django_content_type VALUES (39, 'catalogue', 'postededition');
INSERT INTO public.django_content_type VALUES (40, 'catalogue', 'processdraft');
INSERT INTO public.django_content_type VALUES (41, 'catalogue', 'promulgation');
INSERT INTO public.django_content_type VALUES (42, 'catalogue', 'promulgationitem');
INSERT INTO public.django_content_type VALUES (43, 'catalogue', 'resultkind');
INSERT INTO public.django_content_type VALUES (44, 'catalogue', 'changesseen');
INSERT INTO public.django_content_type VALUES (45, 'catalogue', 'markconfirmation');
INSERT INTO public.django_content_type VALUES (46, 'dossiers', 'dossier');
INSERT INTO public.django_content_type VALUES (47, 'dossiers', 'codebook');
INSERT INTO public.django_content_type VALUES (48, 'dossiers', 'actkey');
INSERT INTO public.django_content_type VALUES (49, 'dossiers', 'dossiercomponent');
INSERT INTO public.django_content_type VALUES (50, 'dossiers', 'dossierstep');
INSERT INTO public.django_content_type VALUES (51, 'dossiers', 'draft');
INSERT INTO public.django_content_type VALUES (52, 'dossiers', 'event');
INSERT INTO public.django_content_type VALUES (53, 'dossiers', 'party');
INSERT INTO public.django_content_type VALUES (54, 'dossiers', 'text');
INSERT INTO public.django_content_type VALUES (55, 'dossiers', 'bookentry');
INSERT INTO public.django_content_type VALUES (56, 'dossiers', 'shelfplace');
INSERT INTO public.django_content_type VALUES (57, 'dossiers', 'collectionterm');
INSERT INTO public.django_content_type VALUES (58, 'dossiers', 'askedopinion');
INSERT INTO public.django_content_type VALUES (59, 'dossiers', 'attachment');
INSERT INTO public.django_content_type VALUES (60, 'dossiers', 'scan');
INSERT INTO public.django_content_type VALUES (61, 'dossiers', 'registercolumn');
INSERT INTO public.django_content_type VALUES (62, 'dossiers', 'registerimport');
INSERT INTO public.django_content_type VALUES (63, 'dossiers', 'officereason');
INSERT INTO public.django_content_type VALUES (64, 'papers', 'numberbook');
INSERT INTO public.django_content_type VALUES (65, 'papers', 'handoverline');
INSERT INTO public.django_content_type VALUES (66, 'papers', 'handoverdifference');
INSERT INTO public.django_content_type VALUES (67, 'papers', 'handoverlist');
INSERT INTO public.django_content_type VALUES (68, 'papers', 'officemark');
INSERT INTO public.django_content_type VALUES (69, 'papers', 'print');
INSERT INTO public.django_content_type VALUES (70, 'papers', 'documenttemplate');
INSERT INTO public.django_content_type VALUES (71, 'papers', 'documentversion');
INSERT INTO public.django_content_type VALUES (72, 'papers', 'filling');
INSERT INTO public.django_content_type VALUES (73, 'papers', 'printbatch');
INSERT INTO public.django_content_type VALUES (74, 'papers', 'document');
INSERT INTO public.django_content_type VALUES (75, 'papers', 'documenthappening');
INSERT INTO public.django_content_type VALUES (76, 'papers', 'signingkey');
INSERT INTO public.django_content_type VALUES (77, 'reports', 'fieldtally');
INSERT INTO public.django_content_type VALUES (78, 'reports', 'officetally');
INSERT INTO public.django_content_type VALUES (79, 'reports', 'narrative');
INSERT INTO public.django_content_type VALUES (80, 'reports', 'narrativecomment');
INSERT INTO public.django_content_type VALUES (81, 'reports', 'narrativehappening');
INSERT INTO public.django_content_type VALUES (82, 'reports', 'narrativesection');
INSERT INTO public.django_content_type VALUES (83, 'reports', 'waitingtimesrenewal');
INSERT INTO public.django_content_type VALUES (84, 'reports', 'waitingtime');
INSERT INTO public.django_content_type VALUES (85, 'reports', 'consolidation');
INSERT INTO public.django_content_type VALUES (86, 'reports', 'consolidationunit');
INSERT INTO public.django_content_type VALUES (87, 'reports', 'consolidationreminder');
INSERT INTO public.django_content_type VALUES (88, 'reports', 'consolidationhappening');
INSERT INTO public.django_content_type VALUES (89, 'reports', 'papersheet');
INSERT INTO public.django_content_type VALUES (90, 'reports', 'confirmation');
INSERT INTO public.django_content_type VALUES (91, 'fees', 'bill');
INSERT INTO public.django_content_type VALUES (92, 'fees', 'cashday');
INSERT INTO public.django_content_type VALUES (93, 'fees', 'payment');
INSERT INTO public.django_content_type VALUES (94, 'fees', 'receiptbook');
INSERT INTO public.django_content_type VALUES (95, 'fees', 'receipt');
INSERT INTO public.django_content_type VALUES (96, 'fees', 'line');
INSERT INTO public.django_content_type VALUES (97, 'fees', 'officemoney');
INSERT INTO public.django_content_type VALUES (98, 'fees', 'cancellation');
INSERT INTO public.django_content_type VALUES (99, 'fees', 'refund');
INSERT INTO public.django_content_type VALUES (100, 'fees', 'movement');
INSERT INTO public.django_content_type VALUES (101, 'fees', 'demand');
INSERT INTO public.django_content_type VALUES (102, 'fees', 'obligation');
INSERT INTO public.django_content_type VALUES (103, 'fees', 'statementline');
INSERT INTO public.django_content_type VALUES (104, 'fees', 'transferslip');
INSERT INTO public.django_content_type VALUES (105, 'outgoing', 'outboxmessage');
INSERT INTO public.django_content_type VALUES (106, 'outgoing', 'trialletter');
INSERT INTO public.django_content_type VALUES (107, 'outgoing', 'attempt');
INSERT INTO public.django_content_type VALUES (108, 'outgoing', 'officewording');
INSERT INTO public.django_content_type VALUES (109, 'feedback', 'complaintbook');
INSERT INTO public.django_content_type VALUES (110, 'feedback', 'complaint');
INSERT INTO public.django_content_type VALUES (111, 'feedback', 'complainedof');
INSERT INTO public.django_content_type VALUES (112, 'feedback', 'rating');
INSERT INTO public.django_content_type VALUES (113, 'boxes', 'round');
INSERT INTO public.django_content_type VALUES (114, 'boxes', 'digest');
INSERT INTO public.django_content_type VALUES (115, 'boxes', 'morningmail');
INSERT INTO public.django_content_type VALUES (116, 'boxes', 'digestletter');
INSERT INTO public.django_content_type VALUES (117, 'boxes', 'savedview');
INSERT INTO public.django_content_type VALUES (118, 'boxes', 'warning');
INSERT INTO public.django_migrations VALUES (1, 'audit', '0001_initial', '2026-12-01 05:35:52.923443+07');
INSERT INTO public.django_migrations VALUES (2, 'audit', '0002_append_only', '2026-12-01 05:35:52.938672+07');
INSERT INTO public.django_migrations VALUES (3, 'audit', '0003_by_day', '2026-12-01 05:35:52.950791+07');
INSERT INTO public.django_migrations VALUES (4, 'contenttypes', '0001_initial', '2026-12-01 05:35:52.965908+07');
INSERT INTO public.django_migrations VALUES (5, 'contenttypes', '0002_remove_content_type_name', '2026-12-01 05:35:52.99148+07');
INSERT INTO public.django_migrations VALUES (6, 'auth', '0001_initial', '2026-12-01 05:35:53.049227+07');
INSERT INTO public.django_migrations VALUES (7, 'auth', '0002_alter_permission_name_max_length', '2026-12-01 05:35:53.061968+07');
INSERT INTO public.django_migrations VALUES (8, 'auth', '0003_alter_user_email_max_length', '2026-12-01 05:35:53.083437+07');
INSERT INTO public.django_migrations VALUES (9, 'auth', '0004_alter_user_username_opts', '2026-12-01 05:35:53.107665+07');
INSERT INTO public.django_migrations VALUES (10, 'auth', '0005_alter_user_last_login_null', '2026-12-01 05:35:53.124544+07');
INSERT INTO public.django_migrations VALUES (11, 'auth', '0006_require_contenttypes_0002', '2026-12-01 05:35:53.129277+07');
INSERT INTO public.django_migrations VALUES (12, 'auth', '0007_alter_validators_add_error_messages', '2026-12-01 05:35:53.147793+07');
INSERT INTO public.django_migrations VALUES (13, 'auth', '0008_alter_user_username_max_length', '2026-12-01 05:35:53.171077+07');
INSERT INTO public.django_migrations VALUES (14, 'auth', '0009_alter_user_last_name_max_length', '2026-12-01 05:35:53.181572+07');
INSERT INTO public.django_migrations VALUES (15, 'auth', '0010_alter_group_name_max_length', '2026-12-01 05:35:53.207553+07');
INSERT INTO public.django_migrations VALUES (16, 'auth', '0011_update_proxy_permissions', '2026-12-01 05:35:53.239918+07');
INSERT INTO public.django_migrations VALUES (17, 'auth', '0012_alter_user_first_name_max_length', '2026-12-01 05:35:53.267707+07');
INSERT INTO public.django_migrations VALUES (18, 'axes', '0001_initial', '2026-12-01 05:35:53.291642+07');
INSERT INTO public.django_migrations VALUES (19, 'axes', '0002_auto_20151217_2044', '2026-12-01 05:35:53.371795+07');
INSERT INTO public.django_migrations VALUES (20, 'axes', '0003_auto_20160322_0929', '2026-12-01 05:35:53.409868+07');
INSERT INTO public.django_migrations VALUES (21, 'axes', '0004_auto_20181024_1538', '2026-12-01 05:35:53.441589+07');
INSERT INTO public.django_migrations VALUES (22, 'axes', '0005_remove_accessattempt_trusted', '2026-12-01 05:35:53.450249+07');
INSERT INTO public.django_migrations VALUES (23, 'axes', '0006_remove_accesslog_trusted', '2026-12-01 05:35:53.457827+07');
INSERT INTO public.django_migrations VALUES (24, 'axes', '0007_alter_accessattempt_unique_together', '2026-12-01 05:35:53.49026+07');
INSERT INTO public.django_migrations VALUES (25, 'axes', '0008_accessfailurelog', '2026-12-01 05:35:53.514126+07');
INSERT INTO public.django_migrations VALUES (26, 'axes', '0009_add_session_hash', '2026-12-01 05:35:53.524793+07');
INSERT INTO public.django_migrations VALUES (27, 'axes', '0010_accessattemptexpiration', '2026-12-01 05:35:53.548434+07');
INSERT INTO public.django_migrations VALUES (28, 'organization', '0001_initial', '2026-12-01 05:35:53.692403+07');
INSERT INTO public.django_migrations VALUES (29, 'identity', '0001_initial', '2026-12-01 05:35:53.785448+07');
INSERT INTO public.django_migrations VALUES (30, 'identity', '0002_program', '2026-12-01 05:35:53.885029+07');
INSERT INTO public.django_migrations VALUES (31, 'identity', '0003_must_change', '2026-12-01 05:35:53.898224+07');
INSERT INTO public.django_migrations VALUES (32, 'identity', '0004_given_by_mistake', '2026-12-01 05:35:53.93827+07');
INSERT INTO public.django_migrations VALUES (33, 'organization', '0002_moved_in', '2026-12-01 05:35:54.018177+07');
INSERT INTO public.django_migrations VALUES (34, 'organization', '0003_calendars_in_time', '2026-12-01 05:35:54.06759+07');
INSERT INTO public.django_migrations VALUES (35, 'organization', '0004_reorganizations', '2026-12-01 05:35:54.226833+07');
INSERT INTO public.django_migrations VALUES (36, 'organization', '0005_one_pair_a_reorganization', '2026-12-01 05:35:54.286718+07');
INSERT INTO public.django_migrations VALUES (37, 'files', '0001_initial', '2026-12-01 05:35:54.302178+07');
INSERT INTO public.django_migrations VALUES (38, 'catalogue', '0001_initial', '2026-12-01 05:35:54.394429+07');
INSERT INTO public.django_migrations VALUES (39, 'dossiers', '0001_initial', '2026-12-01 05:35:55.632775+07');
INSERT INTO public.django_migrations VALUES (40, 'dossiers', '0002_books', '2026-12-01 05:35:55.780223+07');
INSERT INTO public.django_migrations VALUES (41, 'dossiers', '0003_given_before', '2026-12-01 05:35:55.857765+07');
INSERT INTO public.django_migrations VALUES (42, 'dossiers', '0004_collecting', '2026-12-01 05:35:56.130424+07');
INSERT INTO public.django_migrations VALUES (43, 'dossiers', '0005_id_kind', '2026-12-01 05:35:56.314101+07');
INSERT INTO public.django_migrations VALUES (44, 'dossiers', '0006_late_entries', '2026-12-01 05:35:56.404719+07');
INSERT INTO public.django_migrations VALUES (45, 'dossiers', '0008_handled_by', '2026-12-01 05:35:56.543985+07');
INSERT INTO public.django_migrations VALUES (46, 'dossiers', '0009_party_email', '2026-12-01 05:35:56.615687+07');
INSERT INTO public.django_migrations VALUES (47, 'dossiers', '0010_measures', '2026-12-01 05:35:57.487939+07');
INSERT INTO public.django_migrations VALUES (48, 'dossiers', '0011_hands', '2026-12-01 05:35:57.680696+07');
INSERT INTO public.django_migrations VALUES (49, 'dossiers', '0012_suspended_for', '2026-12-01 05:35:57.690553+07');
INSERT INTO public.django_migrations VALUES (50, 'dossiers', '0013_before_intake', '2026-12-01 05:35:58.124358+07');
INSERT INTO public.django_migrations VALUES (51, 'dossiers', '0014_opinions', '2026-12-01 05:35:58.263854+07');
INSERT INTO public.django_migrations VALUES (52, 'dossiers', '0015_files', '2026-12-01 05:35:59.100334+07');
INSERT INTO public.django_migrations VALUES (53, 'dossiers', '0016_asked_of_owners', '2026-12-01 05:35:59.19591+07');
INSERT INTO public.django_migrations VALUES (54, 'boxes', '0001_initial', '2026-12-01 05:35:59.996065+07');
INSERT INTO public.django_migrations VALUES (55, 'boxes', '0002_warned_of_what_was_sent_in', '2026-12-01 05:36:00.339101+07');
INSERT INTO public.django_migrations VALUES (56, 'catalogue', '0002_promulgations', '2026-12-01 05:36:07.531161+07');
INSERT INTO public.django_migrations VALUES (57, 'catalogue', '0003_processes_under', '2026-12-01 05:36:08.214698+07');
INSERT INTO public.django_migrations VALUES (58, 'catalogue', '0004_decisions_over_shipped', '2026-12-01 05:36:08.438139+07');
INSERT INTO public.django_migrations VALUES (59, 'catalogue', '0005_marks_confirmed', '2026-12-01 05:36:08.614515+07');
INSERT INTO public.django_migrations VALUES (60, 'organization', '0006_desk_conditions', '2026-12-01 05:36:09.09513+07');
INSERT INTO public.django_migrations VALUES (61, 'dossiers', '0017_register_imports', '2026-12-01 05:36:09.882006+07');
INSERT INTO public.django_migrations VALUES (62, 'dossiers', '0018_at_once', '2026-12-01 05:36:09.889568+07');
INSERT INTO public.django_migrations VALUES (63, 'dossiers', '0019_apology_drafted', '2026-12-01 05:36:09.985163+07');
INSERT INTO public.django_migrations VALUES (64, 'dossiers', '0020_office_reasons', '2026-12-01 05:36:10.154057+07');
INSERT INTO public.django_migrations VALUES (65, 'feedback', '0001_initial', '2026-12-01 05:36:10.764048+07');
INSERT INTO public.django_migrations VALUES (66, 'fees', '0001_initial', '2026-12-01 05:36:10.857961+07');
INSERT INTO public.django_migrations VALUES (67, 'fees', '0002_receipts_and_cash', '2026-12-01 05:36:13.138536+07');
INSERT INTO public.django_migrations VALUES (68, 'fees', '0003_receipts_stay', '2026-12-01 05:36:13.165552+07');
INSERT INTO public.django_migrations VALUES (69, 'fees', '0004_transfers_and_obligations', '2026-12-01 05:36:14.52228+07');
INSERT INTO public.django_migrations VALUES (70, 'fees', '0005_lines_of_replaced_receipts', '2026-12-01 05:36:15.981782+07');
INSERT INTO public.django_migrations VALUES (71, 'jobs', '0001_initial', '2026-12-01 05:36:15.998207+07');
INSERT INTO public.django_migrations VALUES (72, 'outgoing', '0001_initial', '2026-12-01 05:36:16.232224+07');
INSERT INTO public.django_migrations VALUES (73, 'outgoing', '0002_reminders', '2026-12-01 05:36:16.995247+07');
INSERT INTO public.django_migrations VALUES (74, 'outgoing', '0003_delivery', '2026-12-01 05:36:18.834215+07');
INSERT INTO public.django_migrations VALUES (75, 'outgoing', '0004_told_so_far', '2026-12-01 05:36:18.843151+07');
INSERT INTO public.django_migrations VALUES (76, 'outgoing', '0005_newest_first', '2026-12-01 05:36:19.439368+07');
INSERT INTO public.django_migrations VALUES (77, 'outgoing', '0006_told_before_intake', '2026-12-01 05:36:19.445581+07');
INSERT INTO public.django_migrations VALUES (78, 'papers', '0001_initial', '2026-12-01 05:36:19.682212+07');
INSERT INTO public.django_migrations VALUES (79, 'papers', '0002_handover_lists', '2026-12-01 05:36:21.12641+07');
INSERT INTO public.django_migrations VALUES (80, 'papers', '0003_office_marks_and_prints', '2026-12-01 05:36:22.094389+07');
INSERT INTO public.django_migrations VALUES (81, 'papers', '0004_batches_and_templates', '2026-12-01 05:36:23.827375+07');
INSERT INTO public.django_migrations VALUES (82, 'papers', '0005_documents', '2026-12-01 05:36:25.51287+07');
INSERT INTO public.django_migrations VALUES (83, 'papers', '0006_numbers_of_letters_and_prints', '2026-12-01 05:36:27.472294+07');
INSERT INTO public.django_migrations VALUES (84, 'procrastinate', '0001_initial', '2026-12-01 05:36:27.494381+07');
INSERT INTO public.django_migrations VALUES (85, 'procrastinate', '0002_drop_started_at_column', '2026-12-01 05:36:27.502969+07');
INSERT INTO public.django_migrations VALUES (86, 'procrastinate', '0003_drop_started_at_column', '2026-12-01 05:36:27.522939+07');
INSERT INTO public.django_migrations VALUES (87, 'procrastinate', '0004_drop_procrastinate_version_table', '2026-12-01 05:36:27.531556+07');
INSERT INTO public.django_migrations VALUES (88, 'procrastinate', '0005_fix_procrastinate_fetch_job', '2026-12-01 05:36:27.542901+07');
INSERT INTO public.django_migrations VALUES (89, 'procrastinate', '0006_fix_trigger_status_events_insert', '2026-12-01 05:36:27.55628+07');
INSERT INTO public.django_migrations VALUES (90, 'procrastinate', '0007_add_queueing_lock_column', '2026-12-01 05:36:27.566421+07');
INSERT INTO public.django_migrations VALUES (91, 'procrastinate', '0008_close_fetch_job_race_condition', '2026-12-01 05:36:27.577446+07');
INSERT INTO public.django_migrations VALUES (92, 'procrastinate', '0009_add_defer_job_function', '2026-12-01 05:36:27.59673+07');
INSERT INTO public.django_migrations VALUES (93, 'procrastinate', '0010_add_procrastinate_periodic_defers', '2026-12-01 05:36:27.611355+07');
INSERT INTO public.django_migrations VALUES (94, 'procrastinate', '0011_add_foreign_key_index', '2026-12-01 05:36:27.627573+07');
INSERT INTO public.django_migrations VALUES (95, 'procrastinate', '0012_add_locks_to_periodic_defer', '2026-12-01 05:36:27.652413+07');
INSERT INTO public.django_migrations VALUES (96, 'procrastinate', '0013_fix_procrastinate_defer_periodic_job', '2026-12-01 05:36:27.666832+07');
INSERT INTO public.django_migrations VALUES (97, 'procrastinate', '0014_add_finish_job_and_retry_job_functions', '2026-12-01 05:36:27.674777+07');
INSERT INTO public.django_migrations VALUES (98, 'procrastinate', '0015_add_trigger_on_job_deletion', '2026-12-01 05:36:27.687632+07');
INSERT INTO public.django_migrations VALUES (99, 'procrastinate', '0016_delete_finished_jobs', '2026-12-01 05:36:27.711875+07');
INSERT INTO public.django_migrations VALUES (100, 'procrastinate', '0017_add_checks_to_finish_job', '2026-12-01 05:36:27.723871+07');
INSERT INTO public.django_migrations VALUES (101, 'procrastinate', '0018_add_checks_to_retry_job', '2026-12-01 05:36:27.73052+07');
INSERT INTO public.django_migrations VALUES (102, 'procrastinate', '0019_fix_finish_job_compat_issue', '2026-12-01 05:36:27.755492+07');
INSERT INTO public.django_migrations VALUES (103, 'procrastinate', '0020_add_index_on_procrastinate_jobs', '2026-12-01 05:36:27.77809+07');
INSERT INTO public.django_migrations VALUES (104, 'procrastinate', '0021_add_kwargs_to_defer_periodic_job', '2026-12-01 05:36:27.788476+07');
INSERT INTO public.django_migrations VALUES (105, 'procrastinate', '0022_null_locks_excluded', '2026-12-01 05:36:27.800909+07');
INSERT INTO public.django_migrations VALUES (106, 'procrastinate', '0023_remove_old_finish_job_function', '2026-12-01 05:36:27.813559+07');
INSERT INTO public.django_migrations VALUES (107, 'procrastinate', '0024_job_id_bigint', '2026-12-01 05:36:27.839191+07');
INSERT INTO public.django_migrations VALUES (108, 'procrastinate', '0025_add_models', '2026-12-01 05:36:27.867975+07');
INSERT INTO public.django_migrations VALUES (109, 'procrastinate', '0026_add_job_priority', '2026-12-01 05:36:27.897067+07');
INSERT INTO public.django_migrations VALUES (110, 'procrastinate', '0027_add_periodic_job_priority', '2026-12-01 05:36:27.909945+07');
INSERT INTO public.django_migrations VALUES (111, 'procrastinate', '0028_add_cancel_states', '2026-12-01 05:36:27.974695+07');
INSERT INTO public.django_migrations VALUES (112, 'procrastinate', '0029_add_additional_params_to_retry_job', '2026-12-01 05:36:27.984552+07');
INSERT INTO public.django_migrations VALUES (113, 'procrastinate', '0030_alter_procrastinateevent_options', '2026-12-01 05:36:28.520962+07');
INSERT INTO public.django_migrations VALUES (114, 'procrastinate', '0031_add_indexes_for_fetch_job', '2026-12-01 05:36:28.544862+07');
INSERT INTO public.django_migrations VALUES (115, 'procrastinate', '0032_pre_cancel_notification', '2026-12-01 05:36:28.567084+07');
INSERT INTO public.django_migrations VALUES (116, 'procrastinate', '0033_post_cancel_notification', '2026-12-01 05:36:28.597464+07');
INSERT INTO public.django_migrations VALUES (117, 'procrastinate', '0034_pre_add_heartbeat', '2026-12-01 05:36:28.61983+07');
INSERT INTO public.django_migrations VALUES (118, 'procrastinate', '0035_post_add_heartbeat', '2026-12-01 05:36:28.63218+07');
INSERT INTO public.django_migrations VALUES (119, 'procrastinate', '0036_add_worker_model', '2026-12-01 05:36:28.655734+07');
INSERT INTO public.django_migrations VALUES (120, 'procrastinate', '0037_pre_batch_defer_jobs', '2026-12-01 05:36:28.667037+07');
INSERT INTO public.django_migrations VALUES (121, 'procrastinate', '0038_post_batch_defer_jobs', '2026-12-01 05:36:28.68175+07');
INSERT INTO public.django_migrations VALUES (122, 'procrastinate', '0039_pre_priority_lock_fetch_job', '2026-12-01 05:36:28.689408+07');
INSERT INTO public.django_migrations VALUES (123, 'procrastinate', '0040_pre_retry_failed_job', '2026-12-01 05:36:28.706744+07');
INSERT INTO public.django_migrations VALUES (124, 'procrastinate', '0041_post_retry_failed_job', '2026-12-01 05:36:28.719439+07');
INSERT INTO public.django_migrations VALUES (125, 'reports', '0001_initial', '2026-12-01 05:36:28.890971+07');
INSERT INTO public.django_migrations VALUES (126, 'reports', '0002_tallies', '2026-12-01 05:36:29.790221+07');
INSERT INTO public.django_migrations VALUES (127, 'reports', '0003_narratives', '2026-12-01 05:36:31.680266+07');
INSERT INTO public.django_migrations VALUES (128, 'reports', '0004_waiting_times', '2026-12-01 05:36:32.17023+07');
INSERT INTO public.django_migrations VALUES (129, 'reports', '0005_consolidations', '2026-12-01 05:36:35.713936+07');
INSERT INTO public.django_migrations VALUES (130, 'reports', '0006_taken_back', '2026-12-01 05:36:36.228971+07');
INSERT INTO public.django_migrations VALUES (131, 'sessions', '0001_initial', '2026-12-01 05:36:36.250252+07');
SELECT pg_catalog.setval('public.audit_auditrow_id_seq', 1, false);
SELECT pg_catalog.setval('public.audit_block_id_seq', 1, false);
SELECT pg_catalog.setval('public.audit_dayseal_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);
SELECT pg_catalog.setval('public.auth_permission_id_seq', 472, true);
SELECT pg_catalog.setval('public.axes_accessattempt_id_seq', 1, false);
SELECT pg_catalog.setval('public.axes_accessfailurelog_id_seq', 1, false);
SELECT pg_catalog.setval('public.axes_accesslog_id_seq', 1, false);
SELECT pg_catalog.setval('public.boxes_digest_id_seq', 1, false);
SELECT pg_catalog.setval('public.boxes_digestletter_id_seq', 1, false);
SELECT pg_catalog.setval('public.boxes_morningmail_id_seq', 1, false);
SELECT pg_catalog.setval('public.boxes_round_id_seq', 1, false);
SELECT pg_catalog.setval('public.boxes_savedview_id_seq', 1, false);
SELECT pg_catalog.setval('public.boxes_warning_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_case_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_changesseen_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_component_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_feerule_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_formtemplate_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_markconfirmation_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_postededition_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_procedure_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_procedureversion_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_process_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_processdraft_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_promulgation_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_promulgationitem_id_seq', 1, false);
SELECT pg_catalog.setval('public.catalogue_resultkind_id_seq', 1, false);
SELECT pg_catalog.setval('public.django_content_type_id_seq', 118, true);
SELECT pg_catalog.setval('public.django_migrations_id_seq', 131, true);
SELECT pg_catalog.setval('public.dossiers_actkey_id_seq', 1, false);
SELECT pg_catalog.setval('public.dossiers_askedopinion_id_seq', 1, false);
SELECT pg_catalog.setval('public.dossiers_attachment_id_seq', 1, false);
SELECT pg_catalog.setval('public.dossiers_bookentry_id_seq', 1, false);
SELECT pg_catalog.setval('public.dossiers_codebook_id_seq', 1, false);
SELECT pg_catalog.setval('public.dossiers_collectionterm_id_seq', 1, false);
SELECT pg_catalog.setval('public.dossiers_dossier_id_seq', 1, false);
SELECT pg_catalog.setval('public.dossiers_dossiercomponent_id_seq', 1, false);
SELECT pg_catalog.setval('public.dossiers_dossierstep_id_seq', 1, false);
SELECT pg_catalog.setval('public.dossiers_draft_id_seq', 1, false);
SELECT pg_catalog.setval('public.dossiers_event_id_seq', 1, false);
SELECT pg_catalog.setval('public.dossiers_officereason_id_seq', 1, false);
SELECT pg_catalog.setval('public.dossiers_party_id_seq', 1, false);
SELECT pg_catalog.setval('public.dossiers_registercolumn_id_seq', 1, false);
SELECT pg_catalog.setval('public.dossiers_registerimport_id_seq', 1, false);
SELECT pg_catalog.setval('public.dossiers_scan_id_seq', 1, false);
SELECT pg_catalog.setval('public.dossiers_shelfplace_id_seq', 1, false);
SELECT pg_catalog.setval('public.dossiers_text_id_seq', 1, false);
SELECT pg_catalog.setval('public.feedback_complainedof_id_seq', 1, false);
SELECT pg_catalog.setval('public.feedback_complaint_id_seq', 1, false);
SELECT pg_catalog.setval('public.feedback_complaintbook_id_seq', 1, false);
SELECT pg_catalog.setval('public.feedback_rating_id_seq', 1, false);
SELECT pg_catalog.setval('public.fees_bill_id_seq', 1, false);
SELECT pg_catalog.setval('public.fees_cancellation_id_seq', 1, false);
SELECT pg_catalog.setval('public.fees_cashday_id_seq', 1, false);
SELECT pg_catalog.setval('public.fees_demand_id_seq', 1, false);
SELECT pg_catalog.setval('public.fees_line_id_seq', 1, false);
SELECT pg_catalog.setval('public.fees_movement_id_seq', 1, false);
SELECT pg_catalog.setval('public.fees_obligation_id_seq', 1, false);
SELECT pg_catalog.setval('public.fees_officemoney_id_seq', 1, false);
SELECT pg_catalog.setval('public.fees_payment_id_seq', 1, false);
SELECT pg_catalog.setval('public.fees_receipt_id_seq', 1, false);
SELECT pg_catalog.setval('public.fees_receiptbook_id_seq', 1, false);
SELECT pg_catalog.setval('public.fees_refund_id_seq', 1, false);
SELECT pg_catalog.setval('public.fees_statementline_id_seq', 1, false);
SELECT pg_catalog.setval('public.fees_transferslip_id_seq', 1, false);
SELECT pg_catalog.setval('public.files_stored_id_seq', 1, false);
SELECT pg_catalog.setval('public.identity_account_id_seq', 1, false);
SELECT pg_catalog.setval('public.identity_delegation_id_seq', 1, false);
SELECT pg_catalog.setval('public.identity_holding_id_seq', 1, false);
SELECT pg_catalog.setval('public.identity_position_id_seq', 1, false);
SELECT pg_catalog.setval('public.jobs_last_run_id_seq', 1, false);
SELECT pg_catalog.setval('public.organization_calendaredition_id_seq', 1, false);
SELECT pg_catalog.setval('public.organization_counter_id_seq', 1, false);
SELECT pg_catalog.setval('public.organization_department_id_seq', 1, false);
SELECT pg_catalog.setval('public.organization_deskprice_id_seq', 1, false);
SELECT pg_catalog.setval('public.organization_desksurvey_id_seq', 1, false);
SELECT pg_catalog.setval('public.organization_office_id_seq', 1, false);
SELECT pg_catalog.setval('public.organization_officename_id_seq', 1, false);
SELECT pg_catalog.setval('public.organization_reorganization_id_seq', 1, false);
SELECT pg_catalog.setval('public.organization_succession_id_seq', 1, false);
SELECT pg_catalog.setval('public.outgoing_attempt_id_seq', 1, false);
SELECT pg_catalog.setval('public.outgoing_officewording_id_seq', 1, false);
SELECT pg_catalog.setval('public.outgoing_outboxmessage_id_seq', 1, false);
SELECT pg_catalog.setval('public.outgoing_trialletter_id_seq', 1, false);
SELECT pg_catalog.setval('public.papers_document_id_seq', 1, false);
SELECT pg_catalog.setval('public.papers_documenthappening_id_seq', 1, false);
SELECT pg_catalog.setval('public.papers_documenttemplate_id_seq', 1, false);
SELECT pg_catalog.setval('public.papers_documentversion_id_seq', 1, false);
SELECT pg_catalog.setval('public.papers_filling_id_seq', 1, false);
SELECT pg_catalog.setval('public.papers_handoverdifference_id_seq', 1, false);
SELECT pg_catalog.setval('public.papers_handoverline_id_seq', 1, false);
SELECT pg_catalog.setval('public.papers_handoverlist_id_seq', 1, false);
SELECT pg_catalog.setval('public.papers_numberbook_id_seq', 1, false);
SELECT pg_catalog.setval('public.papers_officemark_id_seq', 1, false);
SELECT pg_catalog.setval('public.papers_print_id_seq', 1, false);
SELECT pg_catalog.setval('public.papers_printbatch_id_seq', 1, false);
SELECT pg_catalog.setval('public.papers_signingkey_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);
SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_confirmation_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_consolidation_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_consolidationhappening_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_consolidationreminder_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_consolidationunit_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_fieldtally_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_narrative_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_narrativecomment_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_narrativehappening_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_narrativesection_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_officetally_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_papersheet_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_waitingtime_id_seq', 1, false);
SELECT pg_catalog.setval('public.reports_waitingtimesrenewal_id_seq', 1, false);
ALTER TABLE ONLY public.dossiers_actkey
    ADD CONSTRAINT a_key_acts_once UNIQUE (key, ordinal);
ALTER TABLE ONLY public.dossiers_actkey
    ADD CONSTRAINT a_key_acts_once_a_dossier UNIQUE (key, dossier_id);
ALTER TABLE ONLY public.fees_movement
    ADD CONSTRAINT a_receipt_stands_once UNIQUE (receipt_id, kind);
ALTER TABLE ONLY public.papers_handoverline
    ADD CONSTRAINT a_visit_stands_on_one_list UNIQUE (dossier_id, opened_seq, step);
ALTER TABLE ONLY public.audit_auditrow
    ADD CONSTRAINT audit_auditrow_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audit_block
    ADD CONSTRAINT audit_block_number_key UNIQUE (number);
ALTER TABLE ONLY public.audit_block
    ADD CONSTRAINT audit_block_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.audit_dayseal
    ADD CONSTRAINT audit_dayseal_day_on_key UNIQUE (day_on);
ALTER TABLE ONLY public.audit_dayseal
    ADD CONSTRAINT audit_dayseal_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.axes_accessattempt
    ADD CONSTRAINT axes_accessattempt_username_ip_address_user_agent_8ea22282_uniq UNIQUE (username, ip_address, user_agent);
ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptexpiration_pkey PRIMARY KEY (access_attempt_id);
ALTER TABLE ONLY public.axes_accessfailurelog
    ADD CONSTRAINT axes_accessfailurelog_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.axes_accesslog
    ADD CONSTRAINT axes_accesslog_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.boxes_digest
    ADD CONSTRAINT boxes_digest_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.boxes_digest
    ADD CONSTRAINT boxes_digest_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.boxes_digestletter
    ADD CONSTRAINT boxes_digestletter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.boxes_morningmail
    ADD CONSTRAINT boxes_morningmail_account_id_key UNIQUE (account_id);
ALTER TABLE ONLY public.boxes_morningmail
    ADD CONSTRAINT boxes_morningmail_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.boxes_round
    ADD CONSTRAINT boxes_round_name_key UNIQUE (name);
ALTER TABLE ONLY public.boxes_round
    ADD CONSTRAINT boxes_round_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.boxes_savedview
    ADD CONSTRAINT boxes_savedview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.boxes_savedview
    ADD CONSTRAINT boxes_savedview_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.boxes_warning
    ADD CONSTRAINT boxes_warning_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.boxes_warning
    ADD CONSTRAINT boxes_warning_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.catalogue_case
    ADD CONSTRAINT catalogue_case_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_changesseen
    ADD CONSTRAINT catalogue_changesseen_account_id_key UNIQUE (account_id);
ALTER TABLE ONLY public.catalogue_changesseen
    ADD CONSTRAINT catalogue_changesseen_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_component
    ADD CONSTRAINT catalogue_component_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_feerule
    ADD CONSTRAINT catalogue_feerule_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_formtemplate
    ADD CONSTRAINT catalogue_formtemplate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_markconfirmation
    ADD CONSTRAINT catalogue_markconfirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_markconfirmation
    ADD CONSTRAINT catalogue_markconfirmation_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.catalogue_postededition
    ADD CONSTRAINT catalogue_postededition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_procedure
    ADD CONSTRAINT catalogue_procedure_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_procedure
    ADD CONSTRAINT catalogue_procedure_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.catalogue_procedureversion
    ADD CONSTRAINT catalogue_procedureversion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_process
    ADD CONSTRAINT catalogue_process_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_process
    ADD CONSTRAINT catalogue_process_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.catalogue_processdraft
    ADD CONSTRAINT catalogue_processdraft_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_processdraft
    ADD CONSTRAINT catalogue_processdraft_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.catalogue_promulgation
    ADD CONSTRAINT catalogue_promulgation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_promulgation
    ADD CONSTRAINT catalogue_promulgation_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.catalogue_promulgationitem
    ADD CONSTRAINT catalogue_promulgationitem_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.catalogue_resultkind
    ADD CONSTRAINT catalogue_resultkind_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);
ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);
ALTER TABLE ONLY public.dossiers_actkey
    ADD CONSTRAINT dossiers_actkey_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dossiers_askedopinion
    ADD CONSTRAINT dossiers_askedopinion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dossiers_attachment
    ADD CONSTRAINT dossiers_attachment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dossiers_bookentry
    ADD CONSTRAINT dossiers_bookentry_dossier_id_key UNIQUE (dossier_id);
ALTER TABLE ONLY public.dossiers_bookentry
    ADD CONSTRAINT dossiers_bookentry_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dossiers_codebook
    ADD CONSTRAINT dossiers_codebook_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dossiers_collectionterm
    ADD CONSTRAINT dossiers_collectionterm_office_id_key UNIQUE (office_id);
ALTER TABLE ONLY public.dossiers_collectionterm
    ADD CONSTRAINT dossiers_collectionterm_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_code_key UNIQUE (code);
ALTER TABLE ONLY public.dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dossiers_dossiercomponent
    ADD CONSTRAINT dossiers_dossiercomponent_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dossiers_dossierstep
    ADD CONSTRAINT dossiers_dossierstep_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dossiers_draft
    ADD CONSTRAINT dossiers_draft_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dossiers_draft
    ADD CONSTRAINT dossiers_draft_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dossiers_event
    ADD CONSTRAINT dossiers_event_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dossiers_officereason
    ADD CONSTRAINT dossiers_officereason_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dossiers_party
    ADD CONSTRAINT dossiers_party_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dossiers_registercolumn
    ADD CONSTRAINT dossiers_registercolumn_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dossiers_registerimport
    ADD CONSTRAINT dossiers_registerimport_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dossiers_registerimport
    ADD CONSTRAINT dossiers_registerimport_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dossiers_scan
    ADD CONSTRAINT dossiers_scan_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dossiers_scan
    ADD CONSTRAINT dossiers_scan_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.dossiers_shelfplace
    ADD CONSTRAINT dossiers_shelfplace_dossier_id_key UNIQUE (dossier_id);
ALTER TABLE ONLY public.dossiers_shelfplace
    ADD CONSTRAINT dossiers_shelfplace_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.dossiers_text
    ADD CONSTRAINT dossiers_text_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.feedback_complainedof
    ADD CONSTRAINT feedback_complainedof_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.feedback_complaint
    ADD CONSTRAINT feedback_complaint_key_key UNIQUE (key);
ALTER TABLE ONLY public.feedback_complaint
    ADD CONSTRAINT feedback_complaint_number_key UNIQUE (number);
ALTER TABLE ONLY public.feedback_complaint
    ADD CONSTRAINT feedback_complaint_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.feedback_complaintbook
    ADD CONSTRAINT feedback_complaintbook_day_on_key UNIQUE (day_on);
ALTER TABLE ONLY public.feedback_complaintbook
    ADD CONSTRAINT feedback_complaintbook_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.feedback_rating
    ADD CONSTRAINT feedback_rating_dossier_id_key UNIQUE (dossier_id);
ALTER TABLE ONLY public.feedback_rating
    ADD CONSTRAINT feedback_rating_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fees_bill
    ADD CONSTRAINT fees_bill_dossier_id_key UNIQUE (dossier_id);
ALTER TABLE ONLY public.fees_bill
    ADD CONSTRAINT fees_bill_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fees_cancellation
    ADD CONSTRAINT fees_cancellation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fees_cancellation
    ADD CONSTRAINT fees_cancellation_receipt_id_key UNIQUE (receipt_id);
ALTER TABLE ONLY public.fees_cashday
    ADD CONSTRAINT fees_cashday_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fees_cashday
    ADD CONSTRAINT fees_cashday_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.fees_demand
    ADD CONSTRAINT fees_demand_payment_id_key UNIQUE (payment_id);
ALTER TABLE ONLY public.fees_demand
    ADD CONSTRAINT fees_demand_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fees_demand
    ADD CONSTRAINT fees_demand_reference_key UNIQUE (reference);
ALTER TABLE ONLY public.fees_demand
    ADD CONSTRAINT fees_demand_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.fees_line
    ADD CONSTRAINT fees_line_cancels_id_key UNIQUE (cancels_id);
ALTER TABLE ONLY public.fees_line
    ADD CONSTRAINT fees_line_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fees_movement
    ADD CONSTRAINT fees_movement_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fees_movement
    ADD CONSTRAINT fees_movement_refund_id_key UNIQUE (refund_id);
ALTER TABLE ONLY public.fees_obligation
    ADD CONSTRAINT fees_obligation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fees_obligation
    ADD CONSTRAINT fees_obligation_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.fees_officemoney
    ADD CONSTRAINT fees_officemoney_office_id_key UNIQUE (office_id);
ALTER TABLE ONLY public.fees_officemoney
    ADD CONSTRAINT fees_officemoney_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fees_payment
    ADD CONSTRAINT fees_payment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fees_receipt
    ADD CONSTRAINT fees_receipt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fees_receipt
    ADD CONSTRAINT fees_receipt_replaces_id_key UNIQUE (replaces_id);
ALTER TABLE ONLY public.fees_receipt
    ADD CONSTRAINT fees_receipt_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.fees_receiptbook
    ADD CONSTRAINT fees_receiptbook_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fees_receiptbook
    ADD CONSTRAINT fees_receiptbook_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.fees_refund
    ADD CONSTRAINT fees_refund_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fees_refund
    ADD CONSTRAINT fees_refund_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.fees_statementline
    ADD CONSTRAINT fees_statementline_payment_id_key UNIQUE (payment_id);
ALTER TABLE ONLY public.fees_statementline
    ADD CONSTRAINT fees_statementline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fees_statementline
    ADD CONSTRAINT fees_statementline_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.fees_transferslip
    ADD CONSTRAINT fees_transferslip_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.fees_transferslip
    ADD CONSTRAINT fees_transferslip_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.files_stored
    ADD CONSTRAINT files_stored_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.files_stored
    ADD CONSTRAINT files_stored_sha256_key UNIQUE (sha256);
ALTER TABLE ONLY public.identity_account
    ADD CONSTRAINT identity_account_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.identity_account
    ADD CONSTRAINT identity_account_username_key UNIQUE (username);
ALTER TABLE ONLY public.identity_account
    ADD CONSTRAINT identity_account_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.identity_delegation
    ADD CONSTRAINT identity_delegation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.identity_holding
    ADD CONSTRAINT identity_holding_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.identity_position
    ADD CONSTRAINT identity_position_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.identity_position
    ADD CONSTRAINT identity_position_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.jobs_last_run
    ADD CONSTRAINT jobs_last_run_name_key UNIQUE (name);
ALTER TABLE ONLY public.jobs_last_run
    ADD CONSTRAINT jobs_last_run_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.feedback_complainedof
    ADD CONSTRAINT named_once UNIQUE (complaint_id, account_id);
ALTER TABLE ONLY public.outgoing_attempt
    ADD CONSTRAINT one_attempt_a_number UNIQUE (message_id, number);
ALTER TABLE ONLY public.papers_printbatch
    ADD CONSTRAINT one_batch_a_press UNIQUE (account_id, key);
ALTER TABLE ONLY public.catalogue_case
    ADD CONSTRAINT one_case_a_key UNIQUE (version_id, key);
ALTER TABLE ONLY public.catalogue_case
    ADD CONSTRAINT one_case_a_place UNIQUE (version_id, ordinal);
ALTER TABLE ONLY public.dossiers_codebook
    ADD CONSTRAINT one_code_book_a_day UNIQUE (office_id, day_on);
ALTER TABLE ONLY public.dossiers_registercolumn
    ADD CONSTRAINT one_column_a_heading UNIQUE (office_id, heading);
ALTER TABLE ONLY public.dossiers_dossiercomponent
    ADD CONSTRAINT one_component_a_place UNIQUE (dossier_id, ordinal);
ALTER TABLE ONLY public.fees_statementline
    ADD CONSTRAINT one_credit_once UNIQUE (office_id, digest);
ALTER TABLE ONLY public.organization_department
    ADD CONSTRAINT one_department_a_code UNIQUE (office_id, code);
ALTER TABLE ONLY public.boxes_digest
    ADD CONSTRAINT one_digest_a_day UNIQUE (position_id, day_on);
ALTER TABLE ONLY public.papers_document
    ADD CONSTRAINT one_document_a_number UNIQUE (office_id, kind, year, number);
ALTER TABLE ONLY public.fees_cashday
    ADD CONSTRAINT one_drawer_a_day UNIQUE (position_id, account_id, day_on);
ALTER TABLE ONLY public.dossiers_event
    ADD CONSTRAINT one_event_a_place UNIQUE (dossier_id, seq);
ALTER TABLE ONLY public.catalogue_feerule
    ADD CONSTRAINT one_fee_a_place UNIQUE (version_id, ordinal);
ALTER TABLE ONLY public.dossiers_attachment
    ADD CONSTRAINT one_file_a_number UNIQUE (dossier_id, number);
ALTER TABLE ONLY public.catalogue_formtemplate
    ADD CONSTRAINT one_form_a_place UNIQUE (version_id, ordinal);
ALTER TABLE ONLY public.identity_holding
    ADD CONSTRAINT one_holding_at_a_time EXCLUDE USING gist (position_id WITH =, account_id WITH =, daterange(from_on, until_on, '[)'::text) WITH &&);
ALTER TABLE ONLY public.catalogue_promulgationitem
    ADD CONSTRAINT one_item_a_place UNIQUE (promulgation_id, ordinal);
ALTER TABLE ONLY public.catalogue_promulgationitem
    ADD CONSTRAINT one_item_a_procedure UNIQUE (promulgation_id, slug);
ALTER TABLE ONLY public.boxes_digestletter
    ADD CONSTRAINT one_letter_a_digest UNIQUE (digest_id, account_id);
ALTER TABLE ONLY public.dossiers_bookentry
    ADD CONSTRAINT one_line_a_number UNIQUE (office_id, book, number);
ALTER TABLE ONLY public.papers_handoverline
    ADD CONSTRAINT one_line_a_place_of_a_list UNIQUE (list_id, ordinal);
ALTER TABLE ONLY public.fees_line
    ADD CONSTRAINT one_line_a_place_of_bill UNIQUE (dossier_id, ordinal);
ALTER TABLE ONLY public.papers_handoverlist
    ADD CONSTRAINT one_list_a_number UNIQUE (office_id, department_id, year, number);
ALTER TABLE ONLY public.papers_handoverlist
    ADD CONSTRAINT one_list_a_press UNIQUE (key, department_id);
ALTER TABLE ONLY public.outgoing_outboxmessage
    ADD CONSTRAINT one_message_an_event UNIQUE (dossier_id, seq, ordinal);
ALTER TABLE ONLY public.organization_officename
    ADD CONSTRAINT one_name_a_day UNIQUE (office_id, effective_on);
ALTER TABLE ONLY public.fees_obligation
    ADD CONSTRAINT one_notice_a_number UNIQUE (dossier_id, number);
ALTER TABLE ONLY public.papers_numberbook
    ADD CONSTRAINT one_number_book UNIQUE (office_id, kind, year);
ALTER TABLE ONLY public.dossiers_askedopinion
    ADD CONSTRAINT one_opinion_a_place UNIQUE (dossier_id, ordinal);
ALTER TABLE ONLY public.catalogue_component
    ADD CONSTRAINT one_paper_a_place UNIQUE (version_id, ordinal);
ALTER TABLE ONLY public.dossiers_party
    ADD CONSTRAINT one_party_a_role_and_place UNIQUE (dossier_id, role, ordinal);
ALTER TABLE ONLY public.fees_payment
    ADD CONSTRAINT one_payment_a_press UNIQUE (key, dossier_id);
ALTER TABLE ONLY public.papers_print
    ADD CONSTRAINT one_print_a_time UNIQUE (dossier_id, form, seq, ordinal);
ALTER TABLE ONLY public.dossiers_officereason
    ADD CONSTRAINT one_reason_a_code UNIQUE (office_id, code);
ALTER TABLE ONLY public.fees_receipt
    ADD CONSTRAINT one_receipt_a_number UNIQUE (book_id, number);
ALTER TABLE ONLY public.dossiers_registerimport
    ADD CONSTRAINT one_register_a_press UNIQUE (account_id, key);
ALTER TABLE ONLY public.reports_consolidationreminder
    ADD CONSTRAINT one_reminder_a_day UNIQUE (unit_id, day_on);
ALTER TABLE ONLY public.catalogue_resultkind
    ADD CONSTRAINT one_result_a_place UNIQUE (version_id, ordinal);
ALTER TABLE ONLY public.reports_narrativesection
    ADD CONSTRAINT one_section_a_key UNIQUE (narrative_id, key);
ALTER TABLE ONLY public.organization_succession
    ADD CONSTRAINT one_succession_a_pair UNIQUE (reorganization_id, predecessor_id, successor_id);
ALTER TABLE ONLY public.dossiers_text
    ADD CONSTRAINT one_text_a_place UNIQUE (dossier_id, seq, place, ordinal);
ALTER TABLE ONLY public.fees_transferslip
    ADD CONSTRAINT one_transfer_slip_a_number UNIQUE (office_id, year, number);
ALTER TABLE ONLY public.reports_consolidationunit
    ADD CONSTRAINT one_unit_a_consolidation UNIQUE (consolidation_id, office_id);
ALTER TABLE ONLY public.papers_documentversion
    ADD CONSTRAINT one_version_a_number UNIQUE (template_id, number);
ALTER TABLE ONLY public.dossiers_dossierstep
    ADD CONSTRAINT one_visit UNIQUE (dossier_id, opened_seq, key);
ALTER TABLE ONLY public.reports_waitingtime
    ADD CONSTRAINT one_waiting_time_an_office UNIQUE (procedure_id, office_id);
ALTER TABLE ONLY public.boxes_warning
    ADD CONSTRAINT one_warning_a_post UNIQUE (dossier_id, of, opened_seq, key, threshold, position_id);
ALTER TABLE ONLY public.organization_calendaredition
    ADD CONSTRAINT organization_calendaredition_edition_key UNIQUE (edition);
ALTER TABLE ONLY public.organization_calendaredition
    ADD CONSTRAINT organization_calendaredition_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.organization_counter
    ADD CONSTRAINT organization_counter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.organization_department
    ADD CONSTRAINT organization_department_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.organization_deskprice
    ADD CONSTRAINT organization_deskprice_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.organization_desksurvey
    ADD CONSTRAINT organization_desksurvey_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.organization_desksurvey
    ADD CONSTRAINT organization_desksurvey_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.organization_installation
    ADD CONSTRAINT organization_installation_pkey PRIMARY KEY (one);
ALTER TABLE ONLY public.organization_office
    ADD CONSTRAINT organization_office_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.organization_office
    ADD CONSTRAINT organization_office_slug_key UNIQUE (slug);
ALTER TABLE ONLY public.organization_officename
    ADD CONSTRAINT organization_officename_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.organization_reorganization
    ADD CONSTRAINT organization_reorganization_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.organization_reorganization
    ADD CONSTRAINT organization_reorganization_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.organization_succession
    ADD CONSTRAINT organization_succession_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outgoing_attempt
    ADD CONSTRAINT outgoing_attempt_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outgoing_officewording
    ADD CONSTRAINT outgoing_officewording_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outgoing_outboxmessage
    ADD CONSTRAINT outgoing_outboxmessage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.outgoing_trialletter
    ADD CONSTRAINT outgoing_trialletter_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.papers_document
    ADD CONSTRAINT papers_document_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.papers_document
    ADD CONSTRAINT papers_document_ref_key UNIQUE (ref);
ALTER TABLE ONLY public.papers_document
    ADD CONSTRAINT papers_document_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.papers_documenthappening
    ADD CONSTRAINT papers_documenthappening_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.papers_documenttemplate
    ADD CONSTRAINT papers_documenttemplate_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.papers_documenttemplate
    ADD CONSTRAINT papers_documenttemplate_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.papers_documentversion
    ADD CONSTRAINT papers_documentversion_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.papers_filling
    ADD CONSTRAINT papers_filling_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.papers_handoverdifference
    ADD CONSTRAINT papers_handoverdifference_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.papers_handoverline
    ADD CONSTRAINT papers_handoverline_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.papers_handoverlist
    ADD CONSTRAINT papers_handoverlist_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.papers_numberbook
    ADD CONSTRAINT papers_numberbook_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.papers_officemark
    ADD CONSTRAINT papers_officemark_office_id_key UNIQUE (office_id);
ALTER TABLE ONLY public.papers_officemark
    ADD CONSTRAINT papers_officemark_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.papers_print
    ADD CONSTRAINT papers_print_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.papers_printbatch
    ADD CONSTRAINT papers_printbatch_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.papers_printbatch
    ADD CONSTRAINT papers_printbatch_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.papers_signingkey
    ADD CONSTRAINT papers_signingkey_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.papers_signingkey
    ADD CONSTRAINT papers_signingkey_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);
ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_confirmation
    ADD CONSTRAINT reports_confirmation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_confirmation
    ADD CONSTRAINT reports_confirmation_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.reports_consolidation
    ADD CONSTRAINT reports_consolidation_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_consolidation
    ADD CONSTRAINT reports_consolidation_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.reports_consolidationhappening
    ADD CONSTRAINT reports_consolidationhappening_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_consolidationreminder
    ADD CONSTRAINT reports_consolidationreminder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_consolidationunit
    ADD CONSTRAINT reports_consolidationunit_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_fieldtally
    ADD CONSTRAINT reports_fieldtally_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_narrative
    ADD CONSTRAINT reports_narrative_document_id_key UNIQUE (document_id);
ALTER TABLE ONLY public.reports_narrative
    ADD CONSTRAINT reports_narrative_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_narrative
    ADD CONSTRAINT reports_narrative_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.reports_narrativecomment
    ADD CONSTRAINT reports_narrativecomment_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_narrativecomment
    ADD CONSTRAINT reports_narrativecomment_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.reports_narrativehappening
    ADD CONSTRAINT reports_narrativehappening_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_narrativesection
    ADD CONSTRAINT reports_narrativesection_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_officetally
    ADD CONSTRAINT reports_officetally_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_papersheet
    ADD CONSTRAINT reports_papersheet_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_papersheet
    ADD CONSTRAINT reports_papersheet_uuid_key UNIQUE (uuid);
ALTER TABLE ONLY public.reports_waitingtime
    ADD CONSTRAINT reports_waitingtime_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.reports_waitingtimesrenewal
    ADD CONSTRAINT reports_waitingtimesrenewal_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX a_file_once_a_place ON public.dossiers_attachment USING btree (dossier_id, component, purpose, sha256) WHERE (detached_seq IS NULL);
CREATE UNIQUE INDEX a_payment_moves_money_once ON public.fees_movement USING btree (payment_id, kind) WHERE ((kind)::text = ANY ((ARRAY['paid'::character varying, 'undone'::character varying])::text[]));
CREATE UNIQUE INDEX a_scan_waits_once ON public.dossiers_scan USING btree (office_id, came_as) WHERE (done_at IS NULL);
CREATE INDEX audit_at ON public.audit_auditrow USING brin (at);
CREATE INDEX audit_auditrow_block_id_0a8eca00 ON public.audit_auditrow USING btree (block_id);
CREATE INDEX audit_of_subject ON public.audit_auditrow USING btree (subject_kind, subject, at);
CREATE INDEX audit_unsealed ON public.audit_auditrow USING btree (id) WHERE (block_id IS NULL);
CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);
CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);
CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);
CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);
CREATE INDEX axes_accessattempt_ip_address_10922d9c ON public.axes_accessattempt USING btree (ip_address);
CREATE INDEX axes_accessattempt_user_agent_ad89678b ON public.axes_accessattempt USING btree (user_agent);
CREATE INDEX axes_accessattempt_user_agent_ad89678b_like ON public.axes_accessattempt USING btree (user_agent varchar_pattern_ops);
CREATE INDEX axes_accessattempt_username_3f2d4ca0 ON public.axes_accessattempt USING btree (username);
CREATE INDEX axes_accessattempt_username_3f2d4ca0_like ON public.axes_accessattempt USING btree (username varchar_pattern_ops);
CREATE INDEX axes_accessfailurelog_ip_address_2e9f5a7f ON public.axes_accessfailurelog USING btree (ip_address);
CREATE INDEX axes_accessfailurelog_user_agent_ea145dda ON public.axes_accessfailurelog USING btree (user_agent);
CREATE INDEX axes_accessfailurelog_user_agent_ea145dda_like ON public.axes_accessfailurelog USING btree (user_agent varchar_pattern_ops);
CREATE INDEX axes_accessfailurelog_username_a8b7e8a4 ON public.axes_accessfailurelog USING btree (username);
CREATE INDEX axes_accessfailurelog_username_a8b7e8a4_like ON public.axes_accessfailurelog USING btree (username varchar_pattern_ops);
CREATE INDEX axes_accesslog_ip_address_86b417e5 ON public.axes_accesslog USING btree (ip_address);
CREATE INDEX axes_accesslog_user_agent_0e659004 ON public.axes_accesslog USING btree (user_agent);
CREATE INDEX axes_accesslog_user_agent_0e659004_like ON public.axes_accesslog USING btree (user_agent varchar_pattern_ops);
CREATE INDEX axes_accesslog_username_df93064b ON public.axes_accesslog USING btree (username);
CREATE INDEX axes_accesslog_username_df93064b_like ON public.axes_accesslog USING btree (username varchar_pattern_ops);
CREATE INDEX batches_of_a_person ON public.papers_printbatch USING btree (account_id, requested_at DESC);
CREATE INDEX book_of_the_day ON public.dossiers_bookentry USING btree (office_id, done_at);
CREATE INDEX books_of_an_office ON public.fees_receiptbook USING btree (office_id, id);
CREATE INDEX boxes_digest_position_id_bc55882d ON public.boxes_digest USING btree (position_id);
CREATE INDEX boxes_digestletter_account_id_fe49d8d4 ON public.boxes_digestletter USING btree (account_id);
CREATE INDEX boxes_digestletter_digest_id_622acaad ON public.boxes_digestletter USING btree (digest_id);
CREATE INDEX boxes_round_name_5d035c3c_like ON public.boxes_round USING btree (name varchar_pattern_ops);
CREATE INDEX boxes_savedview_account_id_9bd74df8 ON public.boxes_savedview USING btree (account_id);
CREATE INDEX boxes_savedview_position_id_488c4f88 ON public.boxes_savedview USING btree (position_id);
CREATE INDEX boxes_warning_dossier_id_2bd5ab93 ON public.boxes_warning USING btree (dossier_id);
CREATE INDEX boxes_warning_position_id_7e853817 ON public.boxes_warning USING btree (position_id);
CREATE INDEX catalogue_case_key_a89d5d71 ON public.catalogue_case USING btree (key);
CREATE INDEX catalogue_case_key_a89d5d71_like ON public.catalogue_case USING btree (key varchar_pattern_ops);
CREATE INDEX catalogue_case_version_id_6ee703db ON public.catalogue_case USING btree (version_id);
CREATE INDEX catalogue_component_case_id_c605a2d5 ON public.catalogue_component USING btree (case_id);
CREATE INDEX catalogue_component_version_id_d233c2a8 ON public.catalogue_component USING btree (version_id);
CREATE INDEX catalogue_feerule_case_id_248c2621 ON public.catalogue_feerule USING btree (case_id);
CREATE INDEX catalogue_feerule_version_id_8140a114 ON public.catalogue_feerule USING btree (version_id);
CREATE INDEX catalogue_formtemplate_case_id_8a0c1c10 ON public.catalogue_formtemplate USING btree (case_id);
CREATE INDEX catalogue_formtemplate_version_id_60ad10d5 ON public.catalogue_formtemplate USING btree (version_id);
CREATE INDEX catalogue_markconfirmation_approved_as_id_9bc6c4f6 ON public.catalogue_markconfirmation USING btree (approved_as_id);
CREATE INDEX catalogue_markconfirmation_approved_by_id_72dd86c3 ON public.catalogue_markconfirmation USING btree (approved_by_id);
CREATE INDEX catalogue_markconfirmation_entered_as_id_17fd0d8b ON public.catalogue_markconfirmation USING btree (entered_as_id);
CREATE INDEX catalogue_markconfirmation_entered_by_id_00c5b573 ON public.catalogue_markconfirmation USING btree (entered_by_id);
CREATE INDEX catalogue_markconfirmation_procedure_id_26b53888 ON public.catalogue_markconfirmation USING btree (procedure_id);
CREATE INDEX catalogue_markconfirmation_withdrawn_by_id_46cc2767 ON public.catalogue_markconfirmation USING btree (withdrawn_by_id);
CREATE INDEX catalogue_postededition_confirmed_as_id_78c9757f ON public.catalogue_postededition USING btree (confirmed_as_id);
CREATE INDEX catalogue_postededition_confirmed_by_id_b4b52fa3 ON public.catalogue_postededition USING btree (confirmed_by_id);
CREATE INDEX catalogue_postededition_office_id_3cd6a755 ON public.catalogue_postededition USING btree (office_id);
CREATE INDEX catalogue_procedure_slug_68b6d624_like ON public.catalogue_procedure USING btree (slug varchar_pattern_ops);
CREATE INDEX catalogue_procedureversion_procedure_id_6d18a762 ON public.catalogue_procedureversion USING btree (procedure_id);
CREATE INDEX catalogue_procedureversion_promulgation_id_f4a972d7 ON public.catalogue_procedureversion USING btree (promulgation_id);
CREATE INDEX catalogue_procedureversion_replaced_by_id_d5e4f1fd ON public.catalogue_procedureversion USING btree (replaced_by_id);
CREATE INDEX catalogue_process_office_id_c453931b ON public.catalogue_process USING btree (office_id);
CREATE INDEX catalogue_process_procedure_id_de8df5d9 ON public.catalogue_process USING btree (procedure_id);
CREATE INDEX catalogue_process_published_as_id_49e8c9de ON public.catalogue_process USING btree (published_as_id);
CREATE INDEX catalogue_process_published_by_id_0f9a3b8b ON public.catalogue_process USING btree (published_by_id);
CREATE INDEX catalogue_process_taken_back_by_id_e82f999c ON public.catalogue_process USING btree (taken_back_by_id);
CREATE INDEX catalogue_process_under_id_6ac0706f ON public.catalogue_process USING btree (under_id);
CREATE INDEX catalogue_processdraft_edited_by_id_1f714eab ON public.catalogue_processdraft USING btree (edited_by_id);
CREATE INDEX catalogue_processdraft_office_id_1f7c7130 ON public.catalogue_processdraft USING btree (office_id);
CREATE INDEX catalogue_processdraft_owner_office_id_48431002 ON public.catalogue_processdraft USING btree (owner_office_id);
CREATE INDEX catalogue_processdraft_procedure_id_9421b1b7 ON public.catalogue_processdraft USING btree (procedure_id);
CREATE INDEX catalogue_promulgation_approved_as_id_5f9d4e60 ON public.catalogue_promulgation USING btree (approved_as_id);
CREATE INDEX catalogue_promulgation_approved_by_id_29ec9b83 ON public.catalogue_promulgation USING btree (approved_by_id);
CREATE INDEX catalogue_promulgation_entered_as_id_0bfbe232 ON public.catalogue_promulgation USING btree (entered_as_id);
CREATE INDEX catalogue_promulgation_entered_by_id_a315c7ad ON public.catalogue_promulgation USING btree (entered_by_id);
CREATE INDEX catalogue_promulgation_withdrawn_by_id_2379e326 ON public.catalogue_promulgation USING btree (withdrawn_by_id);
CREATE INDEX catalogue_promulgationitem_procedure_id_59b504d7 ON public.catalogue_promulgationitem USING btree (procedure_id);
CREATE INDEX catalogue_promulgationitem_promulgation_id_279964f6 ON public.catalogue_promulgationitem USING btree (promulgation_id);
CREATE INDEX catalogue_promulgationitem_replaced_by_251a2131 ON public.catalogue_promulgationitem USING btree (replaced_by);
CREATE INDEX catalogue_promulgationitem_replaced_by_251a2131_like ON public.catalogue_promulgationitem USING btree (replaced_by varchar_pattern_ops);
CREATE INDEX catalogue_promulgationitem_slug_d9b1467b ON public.catalogue_promulgationitem USING btree (slug);
CREATE INDEX catalogue_promulgationitem_slug_d9b1467b_like ON public.catalogue_promulgationitem USING btree (slug varchar_pattern_ops);
CREATE INDEX catalogue_resultkind_version_id_a8c2fa2a ON public.catalogue_resultkind USING btree (version_id);
CREATE INDEX comments_of_a_narrative ON public.reports_narrativecomment USING btree (narrative_id, made_at);
CREATE INDEX complaint_office_made ON public.feedback_complaint USING btree (office_id, made_at);
CREATE INDEX complaint_open ON public.feedback_complaint USING btree (office_id, due_at) WHERE (answered_at IS NULL);
CREATE INDEX consolidation_happenings ON public.reports_consolidationhappening USING btree (consolidation_id, at);
CREATE INDEX consolidations_asked_of ON public.reports_consolidationunit USING btree (office_id);
CREATE INDEX consolidations_of_an_office ON public.reports_consolidation USING btree (office_id, to_on DESC);
CREATE INDEX credits_of_an_office ON public.fees_statementline USING btree (office_id, booked_on);
CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);
CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);
CREATE INDEX documents_of_a_dossier ON public.papers_document USING btree (dossier_id);
CREATE INDEX documents_of_an_office ON public.papers_document USING btree (office_id, changed_at DESC);
CREATE INDEX dossier_apology_drafted ON public.dossiers_dossier USING btree (office_id, due_at) WHERE (flow ? 'apology_until'::text);
CREATE INDEX dossier_asked_of_owners ON public.dossiers_dossier USING btree (office_id, received_at) WHERE ((flow ? 'guided_at'::text) OR (flow ? 'asked_outside'::text) OR (supplements >= 2));
CREATE INDEX dossier_before_intake ON public.dossiers_dossier USING btree (office_id, stage, received_at) WHERE ((stage)::text = ANY ((ARRAY['submitted'::character varying, 'incomplete'::character varying])::text[]));
CREATE INDEX dossier_handled_by ON public.dossiers_dossier USING btree (handled_by_id, stage) WHERE (handled_by_id IS NOT NULL);
CREATE INDEX dossier_office_finished ON public.dossiers_dossier USING btree (office_id, finished_at) WHERE ((stage)::text = 'finished'::text);
CREATE INDEX dossier_office_late_entry ON public.dossiers_dossier USING btree (office_id, received_at) WHERE (flow ? 'late'::text);
CREATE INDEX dossier_office_open ON public.dossiers_dossier USING btree (office_id, due_at) WHERE ((stage)::text = ANY ((ARRAY['in_progress'::character varying, 'awaiting_supplement'::character varying, 'suspended'::character varying])::text[]));
CREATE INDEX dossier_office_received ON public.dossiers_dossier USING btree (office_id, received_at);
CREATE INDEX dossiers_actkey_dossier_id_5a656484 ON public.dossiers_actkey USING btree (dossier_id);
CREATE INDEX dossiers_askedopinion_department_id_947eb8a9 ON public.dossiers_askedopinion USING btree (department_id);
CREATE INDEX dossiers_askedopinion_dossier_id_3e4f9d9a ON public.dossiers_askedopinion USING btree (dossier_id);
CREATE INDEX dossiers_askedopinion_office_id_9e873d08 ON public.dossiers_askedopinion USING btree (office_id);
CREATE INDEX dossiers_attachment_account_id_bb9efb09 ON public.dossiers_attachment USING btree (account_id);
CREATE INDEX dossiers_attachment_dossier_id_435188db ON public.dossiers_attachment USING btree (dossier_id);
CREATE INDEX dossiers_attachment_position_id_bb088c3f ON public.dossiers_attachment USING btree (position_id);
CREATE INDEX dossiers_attachment_reused_from_id_a4358b5b ON public.dossiers_attachment USING btree (reused_from_id);
CREATE INDEX dossiers_attachment_sha256_3f9d59ec ON public.dossiers_attachment USING btree (sha256);
CREATE INDEX dossiers_attachment_sha256_3f9d59ec_like ON public.dossiers_attachment USING btree (sha256 varchar_pattern_ops);
CREATE INDEX dossiers_bookentry_office_id_32f01494 ON public.dossiers_bookentry USING btree (office_id);
CREATE INDEX dossiers_codebook_office_id_aab57561 ON public.dossiers_codebook USING btree (office_id);
CREATE INDEX dossiers_dossier_code_6d68c351_like ON public.dossiers_dossier USING btree (code varchar_pattern_ops);
CREATE INDEX dossiers_dossier_office_id_872b2fd9 ON public.dossiers_dossier USING btree (office_id);
CREATE INDEX dossiers_dossier_procedure_version_id_fb237784 ON public.dossiers_dossier USING btree (procedure_version_id);
CREATE INDEX dossiers_dossier_process_id_49cb05ce ON public.dossiers_dossier USING btree (process_id);
CREATE INDEX dossiers_dossiercomponent_dossier_id_39d39dde ON public.dossiers_dossiercomponent USING btree (dossier_id);
CREATE INDEX dossiers_dossierstep_department_id_e8c75328 ON public.dossiers_dossierstep USING btree (department_id);
CREATE INDEX dossiers_dossierstep_dossier_id_c1142212 ON public.dossiers_dossierstep USING btree (dossier_id);
CREATE INDEX dossiers_dossierstep_office_id_79d5c86e ON public.dossiers_dossierstep USING btree (office_id);
CREATE INDEX dossiers_draft_account_id_c231b2f4 ON public.dossiers_draft USING btree (account_id);
CREATE INDEX dossiers_draft_office_id_b22da4ba ON public.dossiers_draft USING btree (office_id);
CREATE INDEX dossiers_event_account_id_ae5ea53f ON public.dossiers_event USING btree (account_id);
CREATE INDEX dossiers_event_dossier_id_f15f904a ON public.dossiers_event USING btree (dossier_id);
CREATE INDEX dossiers_event_position_id_5b3c8c1f ON public.dossiers_event USING btree (position_id);
CREATE INDEX dossiers_officereason_office_id_c619317d ON public.dossiers_officereason USING btree (office_id);
CREATE INDEX dossiers_party_dossier_id_00a98441 ON public.dossiers_party USING btree (dossier_id);
CREATE INDEX dossiers_registercolumn_office_id_f85dd7c3 ON public.dossiers_registercolumn USING btree (office_id);
CREATE INDEX dossiers_registerimport_account_id_3cf8fc12 ON public.dossiers_registerimport USING btree (account_id);
CREATE INDEX dossiers_registerimport_office_id_34903e17 ON public.dossiers_registerimport USING btree (office_id);
CREATE INDEX dossiers_registerimport_position_id_66559864 ON public.dossiers_registerimport USING btree (position_id);
CREATE INDEX dossiers_scan_office_id_67f4eda2 ON public.dossiers_scan USING btree (office_id);
CREATE INDEX dossiers_scan_sha256_8583afd2 ON public.dossiers_scan USING btree (sha256);
CREATE INDEX dossiers_scan_sha256_8583afd2_like ON public.dossiers_scan USING btree (sha256 varchar_pattern_ops);
CREATE INDEX dossiers_text_dossier_id_9eed7e9f ON public.dossiers_text USING btree (dossier_id);
CREATE INDEX draft_of_account ON public.dossiers_draft USING btree (account_id, updated_at);
CREATE INDEX drawers_of_an_office ON public.fees_cashday USING btree (office_id, day_on);
CREATE INDEX feedback_complainedof_account_id_5b4a878c ON public.feedback_complainedof USING btree (account_id);
CREATE INDEX feedback_complainedof_complaint_id_9c8b7d86 ON public.feedback_complainedof USING btree (complaint_id);
CREATE INDEX feedback_complaint_dossier_id_bb2e3663 ON public.feedback_complaint USING btree (dossier_id);
CREATE INDEX feedback_complaint_given_to_id_5f3208d2 ON public.feedback_complaint USING btree (given_to_id);
CREATE INDEX feedback_complaint_number_56a347ba_like ON public.feedback_complaint USING btree (number varchar_pattern_ops);
CREATE INDEX feedback_complaint_office_id_8777b0d3 ON public.feedback_complaint USING btree (office_id);
CREATE INDEX feedback_rating_office_id_48c4e26d ON public.feedback_rating USING btree (office_id);
CREATE INDEX fees_cancellation_account_id_faf75c92 ON public.fees_cancellation USING btree (account_id);
CREATE INDEX fees_cashday_account_id_e127494f ON public.fees_cashday USING btree (account_id);
CREATE INDEX fees_cashday_office_id_6207e09d ON public.fees_cashday USING btree (office_id);
CREATE INDEX fees_cashday_position_id_e53437fb ON public.fees_cashday USING btree (position_id);
CREATE INDEX fees_cashday_signed_by_id_64b49429 ON public.fees_cashday USING btree (signed_by_id);
CREATE INDEX fees_demand_asked_by_id_fa967d06 ON public.fees_demand USING btree (asked_by_id);
CREATE INDEX fees_demand_dossier_id_8eb13ae6 ON public.fees_demand USING btree (dossier_id);
CREATE INDEX fees_demand_office_id_0dfe6d1e ON public.fees_demand USING btree (office_id);
CREATE INDEX fees_demand_reference_d8cb6ab0_like ON public.fees_demand USING btree (reference varchar_pattern_ops);
CREATE INDEX fees_line_dossier_id_74d27939 ON public.fees_line USING btree (dossier_id);
CREATE INDEX fees_movement_cash_day_id_e05d284c ON public.fees_movement USING btree (cash_day_id);
CREATE INDEX fees_movement_office_id_773f2a37 ON public.fees_movement USING btree (office_id);
CREATE INDEX fees_movement_payment_id_89c36a78 ON public.fees_movement USING btree (payment_id);
CREATE INDEX fees_movement_receipt_id_d893ccf6 ON public.fees_movement USING btree (receipt_id);
CREATE INDEX fees_obligation_account_id_2f7cb6ac ON public.fees_obligation USING btree (account_id);
CREATE INDEX fees_obligation_dossier_id_f549fb7a ON public.fees_obligation USING btree (dossier_id);
CREATE INDEX fees_obligation_office_id_1f0c37da ON public.fees_obligation USING btree (office_id);
CREATE INDEX fees_payment_account_id_4a66b327 ON public.fees_payment USING btree (account_id);
CREATE INDEX fees_payment_dossier_id_52cad142 ON public.fees_payment USING btree (dossier_id);
CREATE INDEX fees_payment_office_id_ffc36227 ON public.fees_payment USING btree (office_id);
CREATE INDEX fees_payment_position_id_9b858ca1 ON public.fees_payment USING btree (position_id);
CREATE INDEX fees_receipt_account_id_1cacb2ab ON public.fees_receipt USING btree (account_id);
CREATE INDEX fees_receipt_book_id_fee55024 ON public.fees_receipt USING btree (book_id);
CREATE INDEX fees_receipt_payment_id_d39bdd3e ON public.fees_receipt USING btree (payment_id);
CREATE INDEX fees_receiptbook_office_id_e05ba13a ON public.fees_receiptbook USING btree (office_id);
CREATE INDEX fees_receiptbook_opened_by_id_afef4d34 ON public.fees_receiptbook USING btree (opened_by_id);
CREATE INDEX fees_refund_asked_by_id_cdcd4f2b ON public.fees_refund USING btree (asked_by_id);
CREATE INDEX fees_refund_decided_by_id_8ed850a8 ON public.fees_refund USING btree (decided_by_id);
CREATE INDEX fees_refund_paid_by_id_c000ecff ON public.fees_refund USING btree (paid_by_id);
CREATE INDEX fees_refund_payment_id_3f6061ac ON public.fees_refund USING btree (payment_id);
CREATE INDEX fees_statementline_imported_by_id_3241fd30 ON public.fees_statementline USING btree (imported_by_id);
CREATE INDEX fees_statementline_office_id_6e0c4e37 ON public.fees_statementline USING btree (office_id);
CREATE INDEX fees_transferslip_account_id_520306e4 ON public.fees_transferslip USING btree (account_id);
CREATE INDEX fees_transferslip_dossier_id_fa35f88a ON public.fees_transferslip USING btree (dossier_id);
CREATE INDEX fees_transferslip_office_id_28e5b434 ON public.fees_transferslip USING btree (office_id);
CREATE INDEX field_tally_moved ON public.reports_fieldtally USING btree (office_id, moved_on);
CREATE INDEX files_stored_sha256_1e60265e_like ON public.files_stored USING btree (sha256 varchar_pattern_ops);
CREATE INDEX fillings_of_a_dossier ON public.papers_filling USING btree (dossier_id, filled_at);
CREATE INDEX happenings_of_a_document ON public.papers_documenthappening USING btree (document_id, at);
CREATE INDEX identity_account_username_361abcf0_like ON public.identity_account USING btree (username varchar_pattern_ops);
CREATE INDEX identity_delegation_holding_id_416920c0 ON public.identity_delegation USING btree (holding_id);
CREATE INDEX identity_delegation_to_account_id_0e8f78df ON public.identity_delegation USING btree (to_account_id);
CREATE INDEX identity_holding_account_id_c91093e8 ON public.identity_holding USING btree (account_id);
CREATE INDEX identity_holding_position_id_00832c3a ON public.identity_holding USING btree (position_id);
CREATE INDEX identity_position_department_id_e749063d ON public.identity_position USING btree (department_id);
CREATE INDEX identity_position_office_id_a4161e13 ON public.identity_position USING btree (office_id);
CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));
CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);
CREATE INDEX jobs_last_run_name_16b1e62b_like ON public.jobs_last_run USING btree (name varchar_pattern_ops);
CREATE INDEX lists_of_a_department ON public.papers_handoverlist USING btree (department_id, made_at);
CREATE INDEX lists_of_a_desk ON public.papers_handoverlist USING btree (office_id, made_at);
CREATE INDEX message_for_a_person ON public.outgoing_outboxmessage USING btree (dossier_id) WHERE ((state)::text = ANY ((ARRAY['person'::character varying, 'printed'::character varying])::text[]));
CREATE INDEX message_newest ON public.outgoing_outboxmessage USING btree (queued_at DESC, id DESC);
CREATE INDEX message_waiting ON public.outgoing_outboxmessage USING btree (queued_at) WHERE ((state)::text = 'waiting'::text);
CREATE INDEX movements_of_an_office ON public.fees_movement USING btree (office_id, day_on);
CREATE INDEX narrative_happenings ON public.reports_narrativehappening USING btree (narrative_id, at);
CREATE INDEX narratives_of_an_office ON public.reports_narrative USING btree (office_id, to_on DESC);
CREATE INDEX notices_waiting ON public.fees_obligation USING btree (office_id, due_on) WHERE (met_at IS NULL);
CREATE INDEX office_tally_received ON public.reports_officetally USING btree (received_on, office_id);
CREATE UNIQUE INDEX one_attempt_under_way ON public.outgoing_attempt USING btree (message_id) WHERE ((ending)::text = ''::text);
CREATE UNIQUE INDEX one_confirmation_a_fact ON public.catalogue_markconfirmation USING btree (procedure_id, version_on, fact) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX one_confirmation_stands ON public.reports_confirmation USING btree (unit_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX one_consolidation_a_period ON public.reports_consolidation USING btree (office_id, report, from_on, to_on) WHERE (NOT ((standing)::text = 'cancelled'::text));
CREATE UNIQUE INDEX one_counter_a_name ON public.organization_counter USING btree (office_id, name) WHERE (ended_on IS NULL);
CREATE UNIQUE INDEX one_default_view ON public.boxes_savedview USING btree (account_id, position_id) WHERE is_default;
CREATE UNIQUE INDEX one_first_receipt_a_payment ON public.fees_receipt USING btree (payment_id) WHERE (replaces_id IS NULL);
CREATE UNIQUE INDEX one_letter_an_act ON public.papers_document USING btree (dossier_id, seq) WHERE (seq > 0);
CREATE UNIQUE INDEX one_narrative_a_period ON public.reports_narrative USING btree (office_id, from_on, to_on) WHERE ((amends_id IS NULL) AND (NOT ((standing)::text = 'cancelled'::text)));
CREATE UNIQUE INDEX one_narrative_an_amendment ON public.reports_narrative USING btree (amends_id, amendment) WHERE ((amends_id IS NOT NULL) AND (NOT ((standing)::text = 'cancelled'::text)));
CREATE UNIQUE INDEX one_open_demand_a_dossier ON public.fees_demand USING btree (dossier_id) WHERE ((closed_at IS NULL) AND (payment_id IS NULL));
CREATE UNIQUE INDEX one_open_drawer_a_clerk ON public.fees_cashday USING btree (position_id, account_id) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX one_open_visit_a_step ON public.dossiers_dossierstep USING btree (dossier_id, key) WHERE (left_at IS NULL);
CREATE UNIQUE INDEX one_print_a_time_of_a_subject ON public.papers_print USING btree (form, subject, ordinal) WHERE (dossier_id IS NULL);
CREATE UNIQUE INDEX one_process_in_a_day ON public.catalogue_process USING btree (procedure_id, office_id, office_kind, under_id, effective_on) NULLS NOT DISTINCT WHERE (taken_back_at IS NULL);
CREATE UNIQUE INDEX one_promulgated_version_a_day ON public.catalogue_procedureversion USING btree (procedure_id, effective_on) WHERE (NOT (promulgation_id IS NULL));
CREATE UNIQUE INDEX one_promulgation_a_number ON public.catalogue_promulgation USING btree (number, issuer, signed_on) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX one_shipped_reorganization_a_key ON public.organization_reorganization USING btree (key) WHERE (NOT ((key)::text = ''::text));
CREATE UNIQUE INDEX one_shipped_version_a_day ON public.catalogue_procedureversion USING btree (procedure_id, effective_on) WHERE (promulgation_id IS NULL);
CREATE UNIQUE INDEX one_signing_key_in_use ON public.papers_signingkey USING btree (office_id, position_id) NULLS NOT DISTINCT WHERE (removed_at IS NULL);
CREATE UNIQUE INDEX one_view_a_name ON public.boxes_savedview USING btree (account_id, position_id, lower((name)::text));
CREATE INDEX opinion_waited_for ON public.dossiers_askedopinion USING btree (office_id, due_on) WHERE (ended_at IS NULL);
CREATE INDEX organization_calendaredition_edition_c7a03edf_like ON public.organization_calendaredition USING btree (edition varchar_pattern_ops);
CREATE INDEX organization_calendaredition_office_id_b105abed ON public.organization_calendaredition USING btree (office_id);
CREATE INDEX organization_counter_office_id_d367bc96 ON public.organization_counter USING btree (office_id);
CREATE INDEX organization_department_office_id_6dffd1a9 ON public.organization_department USING btree (office_id);
CREATE INDEX organization_deskprice_office_id_0e3cce1e ON public.organization_deskprice USING btree (office_id);
CREATE INDEX organization_desksurvey_office_id_454213bd ON public.organization_desksurvey USING btree (office_id);
CREATE INDEX organization_installation_office_id_6a7ce363 ON public.organization_installation USING btree (office_id);
CREATE INDEX organization_office_parent_id_317557bc ON public.organization_office USING btree (parent_id);
CREATE INDEX organization_office_slug_da796cc6_like ON public.organization_office USING btree (slug varchar_pattern_ops);
CREATE INDEX organization_office_successor_id_469d0430 ON public.organization_office USING btree (successor_id);
CREATE INDEX organization_officename_office_id_2807f73b ON public.organization_officename USING btree (office_id);
CREATE INDEX organization_officename_parent_id_344ddd02 ON public.organization_officename USING btree (parent_id);
CREATE INDEX organization_officename_reorganization_id_0241235d ON public.organization_officename USING btree (reorganization_id);
CREATE INDEX organization_succession_predecessor_id_3befa60c ON public.organization_succession USING btree (predecessor_id);
CREATE INDEX organization_succession_reorganization_id_4973c4a4 ON public.organization_succession USING btree (reorganization_id);
CREATE INDEX organization_succession_successor_id_880e667f ON public.organization_succession USING btree (successor_id);
CREATE INDEX outgoing_attempt_message_id_0ecbd6df ON public.outgoing_attempt USING btree (message_id);
CREATE INDEX outgoing_officewording_office_id_e430e37e ON public.outgoing_officewording USING btree (office_id);
CREATE INDEX outgoing_outboxmessage_dossier_id_d15a7e68 ON public.outgoing_outboxmessage USING btree (dossier_id);
CREATE INDEX outgoing_trialletter_office_id_76021093 ON public.outgoing_trialletter USING btree (office_id);
CREATE INDEX paper_sheets_of_a_unit ON public.reports_papersheet USING btree (unit_id, entered_at DESC);
CREATE INDEX papers_document_dossier_id_3c017e10 ON public.papers_document USING btree (dossier_id);
CREATE INDEX papers_document_file_id_6bce37dc ON public.papers_document USING btree (file_id);
CREATE INDEX papers_document_office_id_0466ea00 ON public.papers_document USING btree (office_id);
CREATE INDEX papers_document_ref_736e5520_like ON public.papers_document USING btree (ref varchar_pattern_ops);
CREATE INDEX papers_documenthappening_account_id_f8feefce ON public.papers_documenthappening USING btree (account_id);
CREATE INDEX papers_documenthappening_document_id_010523b6 ON public.papers_documenthappening USING btree (document_id);
CREATE INDEX papers_documenthappening_position_id_9a0cfc39 ON public.papers_documenthappening USING btree (position_id);
CREATE INDEX papers_documenttemplate_office_id_c0225740 ON public.papers_documenttemplate USING btree (office_id);
CREATE INDEX papers_documentversion_account_id_b3f92440 ON public.papers_documentversion USING btree (account_id);
CREATE INDEX papers_documentversion_template_id_05afd05f ON public.papers_documentversion USING btree (template_id);
CREATE INDEX papers_filling_account_id_997d1a6a ON public.papers_filling USING btree (account_id);
CREATE INDEX papers_filling_dossier_id_375c8143 ON public.papers_filling USING btree (dossier_id);
CREATE INDEX papers_filling_position_id_6947768b ON public.papers_filling USING btree (position_id);
CREATE INDEX papers_filling_version_id_6ff7d57c ON public.papers_filling USING btree (version_id);
CREATE INDEX papers_handoverdifference_account_id_74fa5485 ON public.papers_handoverdifference USING btree (account_id);
CREATE INDEX papers_handoverdifference_line_id_56684aed ON public.papers_handoverdifference USING btree (line_id);
CREATE INDEX papers_handoverline_dossier_id_3fac848b ON public.papers_handoverline USING btree (dossier_id);
CREATE INDEX papers_handoverline_list_id_9e9cf151 ON public.papers_handoverline USING btree (list_id);
CREATE INDEX papers_handoverlist_account_id_b820576e ON public.papers_handoverlist USING btree (account_id);
CREATE INDEX papers_handoverlist_department_id_271d9b9d ON public.papers_handoverlist USING btree (department_id);
CREATE INDEX papers_handoverlist_office_id_f9374be1 ON public.papers_handoverlist USING btree (office_id);
CREATE INDEX papers_handoverlist_position_id_a31f2872 ON public.papers_handoverlist USING btree (position_id);
CREATE INDEX papers_numberbook_office_id_84ca9791 ON public.papers_numberbook USING btree (office_id);
CREATE INDEX papers_print_account_id_9b8e9bd6 ON public.papers_print USING btree (account_id);
CREATE INDEX papers_print_dossier_id_53261039 ON public.papers_print USING btree (dossier_id);
CREATE INDEX papers_print_position_id_2387d2ba ON public.papers_print USING btree (position_id);
CREATE INDEX papers_printbatch_account_id_0e028605 ON public.papers_printbatch USING btree (account_id);
CREATE INDEX papers_printbatch_position_id_d82a0ce5 ON public.papers_printbatch USING btree (position_id);
CREATE INDEX papers_signingkey_account_id_ae2a5c4f ON public.papers_signingkey USING btree (account_id);
CREATE INDEX papers_signingkey_office_id_5f7135b4 ON public.papers_signingkey USING btree (office_id);
CREATE INDEX papers_signingkey_position_id_088260fb ON public.papers_signingkey USING btree (position_id);
CREATE INDEX party_id ON public.dossiers_party USING btree (id_number) WHERE (NOT ((id_number)::text = ''::text));
CREATE INDEX party_name_words ON public.dossiers_party USING gin (search_key public.gin_trgm_ops);
CREATE INDEX party_phone ON public.dossiers_party USING btree (phone) WHERE (NOT ((phone)::text = ''::text));
CREATE INDEX payments_of_an_office ON public.fees_payment USING btree (office_id, paid_at);
CREATE INDEX posted_newest ON public.catalogue_postededition USING btree (office_id, field, confirmed_at DESC);
CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);
CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));
CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);
CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);
CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);
CREATE INDEX rating_office_rated ON public.feedback_rating USING btree (office_id, rated_at);
CREATE INDEX receipts_of_a_book ON public.fees_receipt USING btree (book_id, issued_at);
CREATE INDEX registers_of_an_office ON public.dossiers_registerimport USING btree (office_id, brought_at DESC);
CREATE INDEX reports_confirmation_account_id_cad39bce ON public.reports_confirmation USING btree (account_id);
CREATE INDEX reports_confirmation_of_id_6d69e8e4 ON public.reports_confirmation USING btree (of_id);
CREATE INDEX reports_confirmation_position_id_ec1ee1b7 ON public.reports_confirmation USING btree (position_id);
CREATE INDEX reports_confirmation_sheet_id_1a931207 ON public.reports_confirmation USING btree (sheet_id);
CREATE INDEX reports_confirmation_unit_id_e83c99d4 ON public.reports_confirmation USING btree (unit_id);
CREATE INDEX reports_consolidation_office_id_ae248b3d ON public.reports_consolidation USING btree (office_id);
CREATE INDEX reports_consolidationhappening_account_id_2371e296 ON public.reports_consolidationhappening USING btree (account_id);
CREATE INDEX reports_consolidationhappening_consolidation_id_493341ff ON public.reports_consolidationhappening USING btree (consolidation_id);
CREATE INDEX reports_consolidationhappening_position_id_396707db ON public.reports_consolidationhappening USING btree (position_id);
CREATE INDEX reports_consolidationhappening_unit_id_27861a7e ON public.reports_consolidationhappening USING btree (unit_id);
CREATE INDEX reports_consolidationreminder_unit_id_6927e74b ON public.reports_consolidationreminder USING btree (unit_id);
CREATE INDEX reports_consolidationunit_consolidation_id_02f75c7d ON public.reports_consolidationunit USING btree (consolidation_id);
CREATE INDEX reports_consolidationunit_office_id_8f22cf3e ON public.reports_consolidationunit USING btree (office_id);
CREATE INDEX reports_fieldtally_office_id_137d3eec ON public.reports_fieldtally USING btree (office_id);
CREATE INDEX reports_narrative_amends_id_f9da0b47 ON public.reports_narrative USING btree (amends_id);
CREATE INDEX reports_narrative_office_id_2b8b30d6 ON public.reports_narrative USING btree (office_id);
CREATE INDEX reports_narrativecomment_account_id_e685f897 ON public.reports_narrativecomment USING btree (account_id);
CREATE INDEX reports_narrativecomment_narrative_id_13c98902 ON public.reports_narrativecomment USING btree (narrative_id);
CREATE INDEX reports_narrativecomment_position_id_c29352be ON public.reports_narrativecomment USING btree (position_id);
CREATE INDEX reports_narrativecomment_settled_by_id_fb6ce829 ON public.reports_narrativecomment USING btree (settled_by_id);
CREATE INDEX reports_narrativehappening_account_id_d7e290c8 ON public.reports_narrativehappening USING btree (account_id);
CREATE INDEX reports_narrativehappening_narrative_id_97fd7b54 ON public.reports_narrativehappening USING btree (narrative_id);
CREATE INDEX reports_narrativehappening_position_id_0e300c4c ON public.reports_narrativehappening USING btree (position_id);
CREATE INDEX reports_narrativesection_narrative_id_34e0ed95 ON public.reports_narrativesection USING btree (narrative_id);
CREATE INDEX reports_officetally_office_id_c5459502 ON public.reports_officetally USING btree (office_id);
CREATE INDEX reports_papersheet_account_id_cbd27946 ON public.reports_papersheet USING btree (account_id);
CREATE INDEX reports_papersheet_file_id_4ba09724 ON public.reports_papersheet USING btree (file_id);
CREATE INDEX reports_papersheet_position_id_e94e9506 ON public.reports_papersheet USING btree (position_id);
CREATE INDEX reports_papersheet_unit_id_8b763504 ON public.reports_papersheet USING btree (unit_id);
CREATE INDEX reports_waitingtime_office_id_5d551c82 ON public.reports_waitingtime USING btree (office_id);
CREATE INDEX reports_waitingtime_procedure_id_8fd925f9 ON public.reports_waitingtime USING btree (procedure_id);
CREATE INDEX reports_waitingtime_renewal_id_dbeb8f75 ON public.reports_waitingtime USING btree (renewal_id);
CREATE INDEX scan_waiting ON public.dossiers_scan USING btree (office_id, arrived_at) WHERE (done_at IS NULL);
CREATE INDEX step_inbox ON public.dossiers_dossierstep USING btree (office_id, position_kind, due_at) WHERE (left_at IS NULL);
CREATE INDEX surveys_of_an_office ON public.organization_desksurvey USING btree (office_id, surveyed_on DESC);
CREATE INDEX templates_of_an_office ON public.papers_documenttemplate USING btree (office_id, procedure);
CREATE INDEX trial_newest ON public.outgoing_trialletter USING btree (at DESC);
CREATE INDEX warning_of_post ON public.boxes_warning USING btree (position_id, given_at DESC) WHERE (dismissed_at IS NULL);
CREATE INDEX wording_last ON public.outgoing_officewording USING btree (office_id, kind, form, id DESC);
CREATE TRIGGER audit_blocks_stay BEFORE DELETE OR UPDATE ON public.audit_block FOR EACH ROW EXECUTE FUNCTION public.audit_refuse_change();
CREATE TRIGGER audit_rows_are_kept BEFORE DELETE ON public.audit_auditrow FOR EACH ROW EXECUTE FUNCTION public.audit_refuse_change();
CREATE TRIGGER audit_rows_stay BEFORE UPDATE ON public.audit_auditrow FOR EACH ROW WHEN (((old.block_id IS NOT NULL) OR ((new.transaction <> old.transaction) AND (new.transaction <> 0)) OR (((((((((new.id IS DISTINCT FROM old.id) OR (new.at IS DISTINCT FROM old.at)) OR ((new.action)::text IS DISTINCT FROM (old.action)::text)) OR (new.account IS DISTINCT FROM old.account)) OR (new."position" IS DISTINCT FROM old."position")) OR ((new.office)::text IS DISTINCT FROM (old.office)::text)) OR ((new.subject_kind)::text IS DISTINCT FROM (old.subject_kind)::text)) OR ((new.subject)::text IS DISTINCT FROM (old.subject)::text)) OR ((new.purpose)::text IS DISTINCT FROM (old.purpose)::text)))) EXECUTE FUNCTION public.audit_refuse_change();
CREATE TRIGGER audit_seals_stay BEFORE DELETE OR UPDATE ON public.audit_dayseal FOR EACH ROW EXECUTE FUNCTION public.audit_refuse_change();
CREATE TRIGGER fees_cancellation_stays BEFORE UPDATE ON public.fees_cancellation FOR EACH ROW EXECUTE FUNCTION public.fees_refuse_change();
CREATE TRIGGER fees_line_stays BEFORE UPDATE ON public.fees_line FOR EACH ROW EXECUTE FUNCTION public.fees_refuse_change();
CREATE TRIGGER fees_movement_stays BEFORE UPDATE ON public.fees_movement FOR EACH ROW EXECUTE FUNCTION public.fees_refuse_change();
CREATE TRIGGER fees_receipt_stays BEFORE UPDATE ON public.fees_receipt FOR EACH ROW EXECUTE FUNCTION public.fees_refuse_change();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();
CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();
CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();
CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();
CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();
CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();
CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();
ALTER TABLE ONLY public.audit_auditrow
    ADD CONSTRAINT audit_auditrow_block_id_0a8eca00_fk_audit_block_id FOREIGN KEY (block_id) REFERENCES public.audit_block(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.axes_accessattemptexpiration
    ADD CONSTRAINT axes_accessattemptex_access_attempt_id_6b73a47a_fk_axes_acce FOREIGN KEY (access_attempt_id) REFERENCES public.axes_accessattempt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.boxes_digest
    ADD CONSTRAINT boxes_digest_position_id_bc55882d_fk_identity_position_id FOREIGN KEY (position_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.boxes_digestletter
    ADD CONSTRAINT boxes_digestletter_account_id_fe49d8d4_fk_identity_account_id FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.boxes_digestletter
    ADD CONSTRAINT boxes_digestletter_digest_id_622acaad_fk_boxes_digest_id FOREIGN KEY (digest_id) REFERENCES public.boxes_digest(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.boxes_morningmail
    ADD CONSTRAINT boxes_morningmail_account_id_bf1a1087_fk_identity_account_id FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.boxes_savedview
    ADD CONSTRAINT boxes_savedview_account_id_9bd74df8_fk_identity_account_id FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.boxes_savedview
    ADD CONSTRAINT boxes_savedview_position_id_488c4f88_fk_identity_position_id FOREIGN KEY (position_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.boxes_warning
    ADD CONSTRAINT boxes_warning_dossier_id_2bd5ab93_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.boxes_warning
    ADD CONSTRAINT boxes_warning_position_id_7e853817_fk_identity_position_id FOREIGN KEY (position_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_case
    ADD CONSTRAINT catalogue_case_version_id_6ee703db_fk_catalogue FOREIGN KEY (version_id) REFERENCES public.catalogue_procedureversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_changesseen
    ADD CONSTRAINT catalogue_changessee_account_id_73c2fea2_fk_identity_ FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_component
    ADD CONSTRAINT catalogue_component_case_id_c605a2d5_fk_catalogue_case_id FOREIGN KEY (case_id) REFERENCES public.catalogue_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_component
    ADD CONSTRAINT catalogue_component_version_id_d233c2a8_fk_catalogue FOREIGN KEY (version_id) REFERENCES public.catalogue_procedureversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_feerule
    ADD CONSTRAINT catalogue_feerule_case_id_248c2621_fk_catalogue_case_id FOREIGN KEY (case_id) REFERENCES public.catalogue_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_feerule
    ADD CONSTRAINT catalogue_feerule_version_id_8140a114_fk_catalogue FOREIGN KEY (version_id) REFERENCES public.catalogue_procedureversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_formtemplate
    ADD CONSTRAINT catalogue_formtempla_version_id_60ad10d5_fk_catalogue FOREIGN KEY (version_id) REFERENCES public.catalogue_procedureversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_formtemplate
    ADD CONSTRAINT catalogue_formtemplate_case_id_8a0c1c10_fk_catalogue_case_id FOREIGN KEY (case_id) REFERENCES public.catalogue_case(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_markconfirmation
    ADD CONSTRAINT catalogue_markconfir_approved_as_id_9bc6c4f6_fk_identity_ FOREIGN KEY (approved_as_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_markconfirmation
    ADD CONSTRAINT catalogue_markconfir_approved_by_id_72dd86c3_fk_identity_ FOREIGN KEY (approved_by_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_markconfirmation
    ADD CONSTRAINT catalogue_markconfir_entered_as_id_17fd0d8b_fk_identity_ FOREIGN KEY (entered_as_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_markconfirmation
    ADD CONSTRAINT catalogue_markconfir_entered_by_id_00c5b573_fk_identity_ FOREIGN KEY (entered_by_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_markconfirmation
    ADD CONSTRAINT catalogue_markconfir_procedure_id_26b53888_fk_catalogue FOREIGN KEY (procedure_id) REFERENCES public.catalogue_procedure(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_markconfirmation
    ADD CONSTRAINT catalogue_markconfir_withdrawn_by_id_46cc2767_fk_identity_ FOREIGN KEY (withdrawn_by_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_postededition
    ADD CONSTRAINT catalogue_postededit_confirmed_as_id_78c9757f_fk_identity_ FOREIGN KEY (confirmed_as_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_postededition
    ADD CONSTRAINT catalogue_postededit_confirmed_by_id_b4b52fa3_fk_identity_ FOREIGN KEY (confirmed_by_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_postededition
    ADD CONSTRAINT catalogue_postededit_office_id_3cd6a755_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_procedureversion
    ADD CONSTRAINT catalogue_procedurev_procedure_id_6d18a762_fk_catalogue FOREIGN KEY (procedure_id) REFERENCES public.catalogue_procedure(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_procedureversion
    ADD CONSTRAINT catalogue_procedurev_promulgation_id_f4a972d7_fk_catalogue FOREIGN KEY (promulgation_id) REFERENCES public.catalogue_promulgation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_procedureversion
    ADD CONSTRAINT catalogue_procedurev_replaced_by_id_d5e4f1fd_fk_catalogue FOREIGN KEY (replaced_by_id) REFERENCES public.catalogue_procedure(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_process
    ADD CONSTRAINT catalogue_process_office_id_c453931b_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_process
    ADD CONSTRAINT catalogue_process_procedure_id_de8df5d9_fk_catalogue FOREIGN KEY (procedure_id) REFERENCES public.catalogue_procedure(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_process
    ADD CONSTRAINT catalogue_process_published_as_id_49e8c9de_fk_identity_ FOREIGN KEY (published_as_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_process
    ADD CONSTRAINT catalogue_process_published_by_id_0f9a3b8b_fk_identity_ FOREIGN KEY (published_by_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_process
    ADD CONSTRAINT catalogue_process_taken_back_by_id_e82f999c_fk_identity_ FOREIGN KEY (taken_back_by_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_process
    ADD CONSTRAINT catalogue_process_under_id_6ac0706f_fk_organization_office_id FOREIGN KEY (under_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_processdraft
    ADD CONSTRAINT catalogue_processdra_edited_by_id_1f714eab_fk_identity_ FOREIGN KEY (edited_by_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_processdraft
    ADD CONSTRAINT catalogue_processdra_office_id_1f7c7130_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_processdraft
    ADD CONSTRAINT catalogue_processdra_owner_office_id_48431002_fk_organizat FOREIGN KEY (owner_office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_processdraft
    ADD CONSTRAINT catalogue_processdra_procedure_id_9421b1b7_fk_catalogue FOREIGN KEY (procedure_id) REFERENCES public.catalogue_procedure(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_promulgation
    ADD CONSTRAINT catalogue_promulgati_approved_as_id_5f9d4e60_fk_identity_ FOREIGN KEY (approved_as_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_promulgation
    ADD CONSTRAINT catalogue_promulgati_approved_by_id_29ec9b83_fk_identity_ FOREIGN KEY (approved_by_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_promulgation
    ADD CONSTRAINT catalogue_promulgati_entered_as_id_0bfbe232_fk_identity_ FOREIGN KEY (entered_as_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_promulgation
    ADD CONSTRAINT catalogue_promulgati_entered_by_id_a315c7ad_fk_identity_ FOREIGN KEY (entered_by_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_promulgationitem
    ADD CONSTRAINT catalogue_promulgati_procedure_id_59b504d7_fk_catalogue FOREIGN KEY (procedure_id) REFERENCES public.catalogue_procedure(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_promulgationitem
    ADD CONSTRAINT catalogue_promulgati_promulgation_id_279964f6_fk_catalogue FOREIGN KEY (promulgation_id) REFERENCES public.catalogue_promulgation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_promulgation
    ADD CONSTRAINT catalogue_promulgati_withdrawn_by_id_2379e326_fk_identity_ FOREIGN KEY (withdrawn_by_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.catalogue_resultkind
    ADD CONSTRAINT catalogue_resultkind_version_id_a8c2fa2a_fk_catalogue FOREIGN KEY (version_id) REFERENCES public.catalogue_procedureversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_actkey
    ADD CONSTRAINT dossiers_actkey_dossier_id_5a656484_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_askedopinion
    ADD CONSTRAINT dossiers_askedopinio_department_id_947eb8a9_fk_organizat FOREIGN KEY (department_id) REFERENCES public.organization_department(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_askedopinion
    ADD CONSTRAINT dossiers_askedopinio_dossier_id_3e4f9d9a_fk_dossiers_ FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_askedopinion
    ADD CONSTRAINT dossiers_askedopinio_office_id_9e873d08_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_attachment
    ADD CONSTRAINT dossiers_attachment_account_id_bb9efb09_fk_identity_account_id FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_attachment
    ADD CONSTRAINT dossiers_attachment_dossier_id_435188db_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_attachment
    ADD CONSTRAINT dossiers_attachment_position_id_bb088c3f_fk_identity_ FOREIGN KEY (position_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_attachment
    ADD CONSTRAINT dossiers_attachment_reused_from_id_a4358b5b_fk_dossiers_ FOREIGN KEY (reused_from_id) REFERENCES public.dossiers_attachment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_attachment
    ADD CONSTRAINT dossiers_attachment_sha256_3f9d59ec_fk_files_stored_sha256 FOREIGN KEY (sha256) REFERENCES public.files_stored(sha256) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_bookentry
    ADD CONSTRAINT dossiers_bookentry_dossier_id_b48726ed_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_bookentry
    ADD CONSTRAINT dossiers_bookentry_office_id_32f01494_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_codebook
    ADD CONSTRAINT dossiers_codebook_office_id_aab57561_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_collectionterm
    ADD CONSTRAINT dossiers_collectiont_office_id_034df2b8_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_handled_by_id_6587d169_fk_organizat FOREIGN KEY (handled_by_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_office_id_872b2fd9_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_procedure_version_id_fb237784_fk_catalogue FOREIGN KEY (procedure_version_id) REFERENCES public.catalogue_procedureversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_dossier
    ADD CONSTRAINT dossiers_dossier_process_id_49cb05ce_fk_catalogue_process_id FOREIGN KEY (process_id) REFERENCES public.catalogue_process(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_dossiercomponent
    ADD CONSTRAINT dossiers_dossiercomp_dossier_id_39d39dde_fk_dossiers_ FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_dossierstep
    ADD CONSTRAINT dossiers_dossierstep_department_id_e8c75328_fk_organizat FOREIGN KEY (department_id) REFERENCES public.organization_department(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_dossierstep
    ADD CONSTRAINT dossiers_dossierstep_dossier_id_c1142212_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_dossierstep
    ADD CONSTRAINT dossiers_dossierstep_office_id_79d5c86e_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_draft
    ADD CONSTRAINT dossiers_draft_account_id_c231b2f4_fk_identity_account_id FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_draft
    ADD CONSTRAINT dossiers_draft_office_id_b22da4ba_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_event
    ADD CONSTRAINT dossiers_event_account_id_ae5ea53f_fk_identity_account_id FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_event
    ADD CONSTRAINT dossiers_event_dossier_id_f15f904a_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_event
    ADD CONSTRAINT dossiers_event_position_id_5b3c8c1f_fk_identity_position_id FOREIGN KEY (position_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_officereason
    ADD CONSTRAINT dossiers_officereaso_office_id_c619317d_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_party
    ADD CONSTRAINT dossiers_party_dossier_id_00a98441_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_registercolumn
    ADD CONSTRAINT dossiers_registercol_office_id_f85dd7c3_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_registerimport
    ADD CONSTRAINT dossiers_registerimp_account_id_3cf8fc12_fk_identity_ FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_registerimport
    ADD CONSTRAINT dossiers_registerimp_office_id_34903e17_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_registerimport
    ADD CONSTRAINT dossiers_registerimp_position_id_66559864_fk_identity_ FOREIGN KEY (position_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_scan
    ADD CONSTRAINT dossiers_scan_office_id_67f4eda2_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_scan
    ADD CONSTRAINT dossiers_scan_sha256_8583afd2_fk_files_stored_sha256 FOREIGN KEY (sha256) REFERENCES public.files_stored(sha256) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_shelfplace
    ADD CONSTRAINT dossiers_shelfplace_dossier_id_326f747b_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.dossiers_text
    ADD CONSTRAINT dossiers_text_dossier_id_9eed7e9f_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_complainedof
    ADD CONSTRAINT feedback_complainedo_account_id_5b4a878c_fk_identity_ FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_complainedof
    ADD CONSTRAINT feedback_complainedo_complaint_id_9c8b7d86_fk_feedback_ FOREIGN KEY (complaint_id) REFERENCES public.feedback_complaint(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_complaint
    ADD CONSTRAINT feedback_complaint_dossier_id_bb2e3663_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_complaint
    ADD CONSTRAINT feedback_complaint_given_to_id_5f3208d2_fk_identity_account_id FOREIGN KEY (given_to_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_complaint
    ADD CONSTRAINT feedback_complaint_office_id_8777b0d3_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_rating
    ADD CONSTRAINT feedback_rating_dossier_id_b362296a_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.feedback_rating
    ADD CONSTRAINT feedback_rating_office_id_48c4e26d_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_bill
    ADD CONSTRAINT fees_bill_dossier_id_36eb9f3a_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_cancellation
    ADD CONSTRAINT fees_cancellation_account_id_faf75c92_fk_identity_account_id FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_cancellation
    ADD CONSTRAINT fees_cancellation_receipt_id_5ab40691_fk_fees_receipt_id FOREIGN KEY (receipt_id) REFERENCES public.fees_receipt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_cashday
    ADD CONSTRAINT fees_cashday_account_id_e127494f_fk_identity_account_id FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_cashday
    ADD CONSTRAINT fees_cashday_office_id_6207e09d_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_cashday
    ADD CONSTRAINT fees_cashday_position_id_e53437fb_fk_identity_position_id FOREIGN KEY (position_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_cashday
    ADD CONSTRAINT fees_cashday_signed_by_id_64b49429_fk_identity_account_id FOREIGN KEY (signed_by_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_demand
    ADD CONSTRAINT fees_demand_asked_by_id_fa967d06_fk_identity_account_id FOREIGN KEY (asked_by_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_demand
    ADD CONSTRAINT fees_demand_dossier_id_8eb13ae6_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_demand
    ADD CONSTRAINT fees_demand_office_id_0dfe6d1e_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_demand
    ADD CONSTRAINT fees_demand_payment_id_5618a472_fk_fees_payment_id FOREIGN KEY (payment_id) REFERENCES public.fees_payment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_line
    ADD CONSTRAINT fees_line_cancels_id_c327ec27_fk_fees_line_id FOREIGN KEY (cancels_id) REFERENCES public.fees_line(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_line
    ADD CONSTRAINT fees_line_dossier_id_74d27939_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_movement
    ADD CONSTRAINT fees_movement_cash_day_id_e05d284c_fk_fees_cashday_id FOREIGN KEY (cash_day_id) REFERENCES public.fees_cashday(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_movement
    ADD CONSTRAINT fees_movement_office_id_773f2a37_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_movement
    ADD CONSTRAINT fees_movement_payment_id_89c36a78_fk_fees_payment_id FOREIGN KEY (payment_id) REFERENCES public.fees_payment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_movement
    ADD CONSTRAINT fees_movement_receipt_id_d893ccf6_fk_fees_receipt_id FOREIGN KEY (receipt_id) REFERENCES public.fees_receipt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_movement
    ADD CONSTRAINT fees_movement_refund_id_0cf8d8ff_fk_fees_refund_id FOREIGN KEY (refund_id) REFERENCES public.fees_refund(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_obligation
    ADD CONSTRAINT fees_obligation_account_id_2f7cb6ac_fk_identity_account_id FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_obligation
    ADD CONSTRAINT fees_obligation_dossier_id_f549fb7a_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_obligation
    ADD CONSTRAINT fees_obligation_office_id_1f0c37da_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_officemoney
    ADD CONSTRAINT fees_officemoney_office_id_81d2f6f0_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_payment
    ADD CONSTRAINT fees_payment_account_id_4a66b327_fk_identity_account_id FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_payment
    ADD CONSTRAINT fees_payment_dossier_id_52cad142_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_payment
    ADD CONSTRAINT fees_payment_office_id_ffc36227_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_payment
    ADD CONSTRAINT fees_payment_position_id_9b858ca1_fk_identity_position_id FOREIGN KEY (position_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_receipt
    ADD CONSTRAINT fees_receipt_account_id_1cacb2ab_fk_identity_account_id FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_receipt
    ADD CONSTRAINT fees_receipt_book_id_fee55024_fk_fees_receiptbook_id FOREIGN KEY (book_id) REFERENCES public.fees_receiptbook(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_receipt
    ADD CONSTRAINT fees_receipt_payment_id_d39bdd3e_fk_fees_payment_id FOREIGN KEY (payment_id) REFERENCES public.fees_payment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_receipt
    ADD CONSTRAINT fees_receipt_replaces_id_f1af4c03_fk_fees_receipt_id FOREIGN KEY (replaces_id) REFERENCES public.fees_receipt(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_receiptbook
    ADD CONSTRAINT fees_receiptbook_office_id_e05ba13a_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_receiptbook
    ADD CONSTRAINT fees_receiptbook_opened_by_id_afef4d34_fk_identity_account_id FOREIGN KEY (opened_by_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_refund
    ADD CONSTRAINT fees_refund_asked_by_id_cdcd4f2b_fk_identity_account_id FOREIGN KEY (asked_by_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_refund
    ADD CONSTRAINT fees_refund_decided_by_id_8ed850a8_fk_identity_account_id FOREIGN KEY (decided_by_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_refund
    ADD CONSTRAINT fees_refund_paid_by_id_c000ecff_fk_identity_account_id FOREIGN KEY (paid_by_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_refund
    ADD CONSTRAINT fees_refund_payment_id_3f6061ac_fk_fees_payment_id FOREIGN KEY (payment_id) REFERENCES public.fees_payment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_statementline
    ADD CONSTRAINT fees_statementline_imported_by_id_3241fd30_fk_identity_ FOREIGN KEY (imported_by_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_statementline
    ADD CONSTRAINT fees_statementline_office_id_6e0c4e37_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_statementline
    ADD CONSTRAINT fees_statementline_payment_id_ac96bd23_fk_fees_payment_id FOREIGN KEY (payment_id) REFERENCES public.fees_payment(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_transferslip
    ADD CONSTRAINT fees_transferslip_account_id_520306e4_fk_identity_account_id FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_transferslip
    ADD CONSTRAINT fees_transferslip_dossier_id_fa35f88a_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.fees_transferslip
    ADD CONSTRAINT fees_transferslip_office_id_28e5b434_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.identity_delegation
    ADD CONSTRAINT identity_delegation_holding_id_416920c0_fk_identity_holding_id FOREIGN KEY (holding_id) REFERENCES public.identity_holding(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.identity_delegation
    ADD CONSTRAINT identity_delegation_to_account_id_0e8f78df_fk_identity_ FOREIGN KEY (to_account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.identity_holding
    ADD CONSTRAINT identity_holding_account_id_c91093e8_fk_identity_account_id FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.identity_holding
    ADD CONSTRAINT identity_holding_position_id_00832c3a_fk_identity_position_id FOREIGN KEY (position_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.identity_position
    ADD CONSTRAINT identity_position_department_id_e749063d_fk_organizat FOREIGN KEY (department_id) REFERENCES public.organization_department(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.identity_position
    ADD CONSTRAINT identity_position_office_id_a4161e13_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organization_calendaredition
    ADD CONSTRAINT organization_calenda_office_id_b105abed_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organization_counter
    ADD CONSTRAINT organization_counter_office_id_d367bc96_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organization_department
    ADD CONSTRAINT organization_departm_office_id_6dffd1a9_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organization_deskprice
    ADD CONSTRAINT organization_deskpri_office_id_0e3cce1e_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organization_desksurvey
    ADD CONSTRAINT organization_desksur_office_id_454213bd_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organization_installation
    ADD CONSTRAINT organization_install_office_id_6a7ce363_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organization_office
    ADD CONSTRAINT organization_office_parent_id_317557bc_fk_organizat FOREIGN KEY (parent_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organization_office
    ADD CONSTRAINT organization_office_successor_id_469d0430_fk_organizat FOREIGN KEY (successor_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organization_officename
    ADD CONSTRAINT organization_officen_office_id_2807f73b_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organization_officename
    ADD CONSTRAINT organization_officen_parent_id_344ddd02_fk_organizat FOREIGN KEY (parent_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organization_officename
    ADD CONSTRAINT organization_officen_reorganization_id_0241235d_fk_organizat FOREIGN KEY (reorganization_id) REFERENCES public.organization_reorganization(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organization_succession
    ADD CONSTRAINT organization_success_predecessor_id_3befa60c_fk_organizat FOREIGN KEY (predecessor_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organization_succession
    ADD CONSTRAINT organization_success_reorganization_id_4973c4a4_fk_organizat FOREIGN KEY (reorganization_id) REFERENCES public.organization_reorganization(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.organization_succession
    ADD CONSTRAINT organization_success_successor_id_880e667f_fk_organizat FOREIGN KEY (successor_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outgoing_attempt
    ADD CONSTRAINT outgoing_attempt_message_id_0ecbd6df_fk_outgoing_ FOREIGN KEY (message_id) REFERENCES public.outgoing_outboxmessage(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outgoing_officewording
    ADD CONSTRAINT outgoing_officewordi_office_id_e430e37e_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outgoing_outboxmessage
    ADD CONSTRAINT outgoing_outboxmessa_dossier_id_d15a7e68_fk_dossiers_ FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.outgoing_trialletter
    ADD CONSTRAINT outgoing_trialletter_office_id_76021093_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_document
    ADD CONSTRAINT papers_document_dossier_id_3c017e10_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_document
    ADD CONSTRAINT papers_document_file_id_6bce37dc_fk_files_stored_id FOREIGN KEY (file_id) REFERENCES public.files_stored(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_document
    ADD CONSTRAINT papers_document_office_id_0466ea00_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_documenthappening
    ADD CONSTRAINT papers_documenthappe_account_id_f8feefce_fk_identity_ FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_documenthappening
    ADD CONSTRAINT papers_documenthappe_document_id_010523b6_fk_papers_do FOREIGN KEY (document_id) REFERENCES public.papers_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_documenthappening
    ADD CONSTRAINT papers_documenthappe_position_id_9a0cfc39_fk_identity_ FOREIGN KEY (position_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_documenttemplate
    ADD CONSTRAINT papers_documenttempl_office_id_c0225740_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_documentversion
    ADD CONSTRAINT papers_documentversi_account_id_b3f92440_fk_identity_ FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_documentversion
    ADD CONSTRAINT papers_documentversi_template_id_05afd05f_fk_papers_do FOREIGN KEY (template_id) REFERENCES public.papers_documenttemplate(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_filling
    ADD CONSTRAINT papers_filling_account_id_997d1a6a_fk_identity_account_id FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_filling
    ADD CONSTRAINT papers_filling_dossier_id_375c8143_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_filling
    ADD CONSTRAINT papers_filling_position_id_6947768b_fk_identity_position_id FOREIGN KEY (position_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_filling
    ADD CONSTRAINT papers_filling_version_id_6ff7d57c_fk_papers_documentversion_id FOREIGN KEY (version_id) REFERENCES public.papers_documentversion(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_handoverdifference
    ADD CONSTRAINT papers_handoverdiffe_account_id_74fa5485_fk_identity_ FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_handoverdifference
    ADD CONSTRAINT papers_handoverdiffe_line_id_56684aed_fk_papers_ha FOREIGN KEY (line_id) REFERENCES public.papers_handoverline(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_handoverline
    ADD CONSTRAINT papers_handoverline_dossier_id_3fac848b_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_handoverline
    ADD CONSTRAINT papers_handoverline_list_id_9e9cf151_fk_papers_handoverlist_id FOREIGN KEY (list_id) REFERENCES public.papers_handoverlist(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_handoverlist
    ADD CONSTRAINT papers_handoverlist_account_id_b820576e_fk_identity_account_id FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_handoverlist
    ADD CONSTRAINT papers_handoverlist_department_id_271d9b9d_fk_organizat FOREIGN KEY (department_id) REFERENCES public.organization_department(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_handoverlist
    ADD CONSTRAINT papers_handoverlist_office_id_f9374be1_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_handoverlist
    ADD CONSTRAINT papers_handoverlist_position_id_a31f2872_fk_identity_ FOREIGN KEY (position_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_numberbook
    ADD CONSTRAINT papers_numberbook_office_id_84ca9791_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_officemark
    ADD CONSTRAINT papers_officemark_office_id_1ef5b0fb_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_print
    ADD CONSTRAINT papers_print_account_id_9b8e9bd6_fk_identity_account_id FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_print
    ADD CONSTRAINT papers_print_dossier_id_53261039_fk_dossiers_dossier_id FOREIGN KEY (dossier_id) REFERENCES public.dossiers_dossier(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_print
    ADD CONSTRAINT papers_print_position_id_2387d2ba_fk_identity_position_id FOREIGN KEY (position_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_printbatch
    ADD CONSTRAINT papers_printbatch_account_id_0e028605_fk_identity_account_id FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_printbatch
    ADD CONSTRAINT papers_printbatch_position_id_d82a0ce5_fk_identity_position_id FOREIGN KEY (position_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_signingkey
    ADD CONSTRAINT papers_signingkey_account_id_ae2a5c4f_fk_identity_account_id FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_signingkey
    ADD CONSTRAINT papers_signingkey_office_id_5f7135b4_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.papers_signingkey
    ADD CONSTRAINT papers_signingkey_position_id_088260fb_fk_identity_position_id FOREIGN KEY (position_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);
ALTER TABLE ONLY public.reports_confirmation
    ADD CONSTRAINT reports_confirmation_account_id_cad39bce_fk_identity_account_id FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_confirmation
    ADD CONSTRAINT reports_confirmation_of_id_6d69e8e4_fk_reports_consolidation_id FOREIGN KEY (of_id) REFERENCES public.reports_consolidation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_confirmation
    ADD CONSTRAINT reports_confirmation_position_id_ec1ee1b7_fk_identity_ FOREIGN KEY (position_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_confirmation
    ADD CONSTRAINT reports_confirmation_sheet_id_1a931207_fk_reports_papersheet_id FOREIGN KEY (sheet_id) REFERENCES public.reports_papersheet(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_confirmation
    ADD CONSTRAINT reports_confirmation_unit_id_e83c99d4_fk_reports_c FOREIGN KEY (unit_id) REFERENCES public.reports_consolidationunit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_consolidationhappening
    ADD CONSTRAINT reports_consolidatio_account_id_2371e296_fk_identity_ FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_consolidationunit
    ADD CONSTRAINT reports_consolidatio_consolidation_id_02f75c7d_fk_reports_c FOREIGN KEY (consolidation_id) REFERENCES public.reports_consolidation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_consolidationhappening
    ADD CONSTRAINT reports_consolidatio_consolidation_id_493341ff_fk_reports_c FOREIGN KEY (consolidation_id) REFERENCES public.reports_consolidation(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_consolidationunit
    ADD CONSTRAINT reports_consolidatio_office_id_8f22cf3e_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_consolidation
    ADD CONSTRAINT reports_consolidatio_office_id_ae248b3d_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_consolidationhappening
    ADD CONSTRAINT reports_consolidatio_position_id_396707db_fk_identity_ FOREIGN KEY (position_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_consolidationhappening
    ADD CONSTRAINT reports_consolidatio_unit_id_27861a7e_fk_reports_c FOREIGN KEY (unit_id) REFERENCES public.reports_consolidationunit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_consolidationreminder
    ADD CONSTRAINT reports_consolidatio_unit_id_6927e74b_fk_reports_c FOREIGN KEY (unit_id) REFERENCES public.reports_consolidationunit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_fieldtally
    ADD CONSTRAINT reports_fieldtally_office_id_137d3eec_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_narrative
    ADD CONSTRAINT reports_narrative_amends_id_f9da0b47_fk_reports_narrative_id FOREIGN KEY (amends_id) REFERENCES public.reports_narrative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_narrative
    ADD CONSTRAINT reports_narrative_document_id_966cf7ec_fk_papers_document_id FOREIGN KEY (document_id) REFERENCES public.papers_document(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_narrative
    ADD CONSTRAINT reports_narrative_office_id_2b8b30d6_fk_organization_office_id FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_narrativecomment
    ADD CONSTRAINT reports_narrativecom_account_id_e685f897_fk_identity_ FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_narrativecomment
    ADD CONSTRAINT reports_narrativecom_narrative_id_13c98902_fk_reports_n FOREIGN KEY (narrative_id) REFERENCES public.reports_narrative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_narrativecomment
    ADD CONSTRAINT reports_narrativecom_position_id_c29352be_fk_identity_ FOREIGN KEY (position_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_narrativecomment
    ADD CONSTRAINT reports_narrativecom_settled_by_id_fb6ce829_fk_identity_ FOREIGN KEY (settled_by_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_narrativehappening
    ADD CONSTRAINT reports_narrativehap_account_id_d7e290c8_fk_identity_ FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_narrativehappening
    ADD CONSTRAINT reports_narrativehap_narrative_id_97fd7b54_fk_reports_n FOREIGN KEY (narrative_id) REFERENCES public.reports_narrative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_narrativehappening
    ADD CONSTRAINT reports_narrativehap_position_id_0e300c4c_fk_identity_ FOREIGN KEY (position_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_narrativesection
    ADD CONSTRAINT reports_narrativesec_narrative_id_34e0ed95_fk_reports_n FOREIGN KEY (narrative_id) REFERENCES public.reports_narrative(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_officetally
    ADD CONSTRAINT reports_officetally_office_id_c5459502_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_papersheet
    ADD CONSTRAINT reports_papersheet_account_id_cbd27946_fk_identity_account_id FOREIGN KEY (account_id) REFERENCES public.identity_account(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_papersheet
    ADD CONSTRAINT reports_papersheet_file_id_4ba09724_fk_files_stored_id FOREIGN KEY (file_id) REFERENCES public.files_stored(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_papersheet
    ADD CONSTRAINT reports_papersheet_position_id_e94e9506_fk_identity_position_id FOREIGN KEY (position_id) REFERENCES public.identity_position(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_papersheet
    ADD CONSTRAINT reports_papersheet_unit_id_8b763504_fk_reports_c FOREIGN KEY (unit_id) REFERENCES public.reports_consolidationunit(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_waitingtime
    ADD CONSTRAINT reports_waitingtime_office_id_5d551c82_fk_organizat FOREIGN KEY (office_id) REFERENCES public.organization_office(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_waitingtime
    ADD CONSTRAINT reports_waitingtime_procedure_id_8fd925f9_fk_catalogue FOREIGN KEY (procedure_id) REFERENCES public.catalogue_procedure(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE ONLY public.reports_waitingtime
    ADD CONSTRAINT reports_waitingtime_renewal_id_dbeb8f75_fk_reports_w FOREIGN KEY (renewal_id) REFERENCES public.reports_waitingtimesrenewal(id) DEFERRABLE INITIALLY DEFERRED;
